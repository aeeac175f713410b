import '#web/styles/tokens.css'
import '#web/styles/base.css'
import '#web/styles/ui.css'
import '#web/styles/shell.css'
import { createRoot } from 'react-dom/client'
import { publicPlace } from '#web/api/public-site.ts'
import { createQueryClient } from '#web/api/query-client.ts'
import { rootLocation } from '#web/shell/location.ts'
import { startPatron } from './start.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('Failed to start: the page has no element with the id "root".')
const { root: folder, files } = publicPlace()
// What the server wrote stays until the app has drawn the same page.
const stage = document.createElement('div')
const drawn = new MutationObserver(() => {
  drawn.disconnect()
  root.replaceChildren(stage)
})
drawn.observe(stage, { childList: true })
createRoot(stage).render(startPatron(createQueryClient(), rootLocation(folder, files)))
