import type { Outlook } from '#contract/outlook.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import type { Format } from '#web/ui/format.ts'
import { silentText } from './silent-words.ts'

/** Says of which open streams nothing came for long, as they are drawn until somebody says that they ended. */
export function SilentNote({ outlook, format }: { outlook: Pick<Outlook, 'streams' | 'silent' | 'today'>; format: Format }) {
  if (outlook.silent.length === 0) return null
  return (
    <aside className="money-notes span-12" aria-label="Streams that may have ended">
      {outlook.silent.map(({ stream, since }) => (
        <p key={stream}>
          <Link to={to.stream(stream)}>{outlook.streams.find((one) => one.stream === stream)?.name ?? ''}</Link>{' '}
          {silentText(since, outlook.today, format)}
        </p>
      ))}
    </aside>
  )
}
