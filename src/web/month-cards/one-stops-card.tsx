import type { MonthPage } from '#contract/income.ts'
import { How } from '#web/figures/how.tsx'
import { lensTag } from '#web/lens/lens.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { oneStopsFigure } from './one-stops-figure.ts'
import { ShareBar } from './share-bar.tsx'
import { keptWords, stopsSentence, venturesWords, wholeOf, withoutEach } from './without-each.ts'

/** Ventures that are told; the Patrons page has all that may stop. */
const TOLD = 4

/** What is left of the month without each of its ventures. The list is the picture. */
export function OneStopsCard({ page, format }: { page: MonthPage; format: Format }) {
  const words = venturesWords(page, format)
  const ventures = withoutEach(page)
  const whole = wholeOf(page)
  return (
    <Card className="span-4 small-card" title="If one stops" hint={lensTag(page.lens)}>
      {words && (
        <p className="small-figure">
          <strong>{words.count}</strong> {words.equal}
        </p>
      )}
      <p>{stopsSentence(page, format)}</p>
      {words && ventures.length > 1 && (
        <ul className="share-rows" aria-label={`Left of ${whole.word} without each`}>
          {ventures.slice(0, TOLD).map(({ venture, name, left }) => (
            <li key={venture}>
              <span>
                without <bdi>{name}</bdi>
              </span>
              <ShareBar parts={[{ key: 'left', share: Math.max(0, left) / whole.amount }]} />
              <span className="number">{keptWords(Math.max(0, left) / whole.amount, format)}</span>
            </li>
          ))}
        </ul>
      )}
      {words && <How figure={() => oneStopsFigure(page, format)} />}
      <p className="small-more">
        <Link to={to.patrons({ lens: page.lens === 'cash' ? 'cash' : 'smoothed' })}>Take away patrons, streams or platforms</Link>
      </p>
    </Card>
  )
}
