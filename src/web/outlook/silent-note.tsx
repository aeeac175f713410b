import type { Outlook } from '#contract/outlook.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import type { Format } from '#web/ui/format.ts'
import { severalSilent, silentText } from './silent-words.ts'

type Told = Pick<Outlook, 'streams' | 'silent' | 'today'>

const nameOf = ({ streams }: Told, stream: number) => streams.find((one) => one.stream === stream)?.name ?? ''

/** The same in few words, within a card that draws those streams. */
export function SilentHint({ outlook, format }: { outlook: Told; format: Format }) {
  const names = outlook.silent.map(({ stream }) => nameOf(outlook, stream))
  const several = severalSilent(names, format)
  if (several === undefined) return <SilentLines outlook={outlook} format={format} />
  return (
    <p className="hint">
      {several} <Link to={to.outlook()}>Since when</Link>
    </p>
  )
}

function SilentLines({ outlook, format }: { outlook: Told; format: Format }) {
  return outlook.silent.map(({ stream, since }) => (
    <p key={stream}>
      <Link to={to.stream(stream)}>{nameOf(outlook, stream)}</Link> {silentText(since, outlook.today, format)}
    </p>
  ))
}

/** Says of which open streams nothing came for long, as they are drawn until somebody says that they ended. */
export function SilentNote({ outlook, format }: { outlook: Told; format: Format }) {
  if (outlook.silent.length === 0) return null
  return (
    <aside className="money-notes span-12" aria-label="Streams that may have ended">
      <SilentLines outlook={outlook} format={format} />
    </aside>
  )
}
