import { ENOUGH_AT, barPieces, type BarPart } from './enough-words.ts'

/** How far something goes towards enough: the green line is at enough, and means nothing else. The words beside it say the same. */
export function EnoughBar({ parts, high = false }: { parts: readonly BarPart[]; high?: boolean }) {
  return (
    <div className={`enough-bar${high ? ' high' : ''}`} aria-hidden="true">
      {barPieces(parts).map(({ key, fill, start, width }) => (
        <i key={key} className={fill} style={{ insetInlineStart: `${start * 100}%`, width: `${width * 100}%` }} />
      ))}
      <b style={{ insetInlineStart: `${ENOUGH_AT * 100}%` }} />
    </div>
  )
}
