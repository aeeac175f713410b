import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import type { Format } from '#web/ui/format.ts'
import { BAND_MONTHS } from '#domain/forecast.ts'
import { How } from '#web/figures/how.tsx'
import { lensTag } from '#web/lens/lens.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { ChangeForm } from './change-form.tsx'
import { monthsAhead } from './outlook-question.ts'
import { Scenarios } from './scenarios.tsx'
import type { Imagining } from './use-imagined.ts'
import { whatIfFigure } from './what-if-figure.ts'
import { changeText, outcomeSentences, type Outcome } from './what-if-words.ts'
import { capital } from '#web/ui/number-words.ts'

interface WhatIfCardProps {
  /** The year in the lens of the page, once something is imagined; null before that and under six full months. */
  outcome: Outcome | null
  /** The months that it is drawn from. */
  outlook: Outlook
  names: { outlook: Outlook; plans: Plans; format: Format }
  imagining: Imagining
}

/** What would be if something were otherwise: changes, several at once, and those that are kept under a name. */
export function WhatIfCard({ outcome, outlook, names, imagining }: WhatIfCardProps) {
  const { changes, setChanges } = imagining
  const { format } = names
  const early = (outlook.streams[0]?.net.length ?? 0) < BAND_MONTHS ? ` That takes ${BAND_MONTHS} full months.` : ''
  return (
    <Card
      className="span-12"
      title="What if something were otherwise?"
      hint={`${outcome ? `${lensTag(outcome.lens)}; ` : ''}imagined, nothing is saved until you keep it`}
    >
      {changes.length === 0 ? (
        <p className="answer">
          Take a venture or a patron away, add patrons, take or change a day job, change a fee: the year is drawn again beside the real one.
          {early}
        </p>
      ) : (
        <>
          <p className="answer" role="status">
            {outcome ? outcomeSentences(outcome, names).join(' ') : 'What is imagined shows once there are six full months.'}
          </p>
          <ul className="changes">
            {changes.map((change, i) => (
              <li key={JSON.stringify(change)}>
                <span>{capital(changeText(change, names))}</span>
                <Button
                  tone="quiet"
                  className="small"
                  aria-label={`Take back: ${changeText(change, names)}`}
                  onClick={() => setChanges(changes.filter((_, at) => at !== i))}
                >
                  Take back
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <ChangeForm names={names} onAdd={(change) => setChanges([...changes, change])} />
      <Scenarios names={names} imagining={imagining} />
      {outcome && (
        <How figure={() => whatIfFigure({ outlook, plans: names.plans, changes, outcome, months: monthsAhead(outlook) }, format)} />
      )}
    </Card>
  )
}
