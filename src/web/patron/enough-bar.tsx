import { barShare, ENOUGH_AT } from './enough-words.ts'

/** One piece of a bar, in percents of enough. `faint` claims nothing any more, `hatched` has not come yet. */
export interface BarPart {
  key: string
  percent: number
  fill: 'ink' | 'faint' | 'hatched' | 'people' | 'organisations'
}

/** How far something goes towards enough: the green line is at enough, and means nothing else. The words beside it say the same. */
export function EnoughBar({ parts, high = false }: { parts: readonly BarPart[]; high?: boolean }) {
  let from = 0
  return (
    <div className={`enough-bar${high ? ' high' : ''}`} aria-hidden="true">
      {parts.map(({ key, percent, fill }) => {
        const start = barShare(from)
        from += percent
        return <i key={key} className={fill} style={{ insetInlineStart: `${start * 100}%`, width: `${(barShare(from) - start) * 100}%` }} />
      })}
      <b style={{ insetInlineStart: `${ENOUGH_AT * 100}%` }} />
    </div>
  )
}
