import type { Crowd } from '#contract/crowd.ts'
import { exponentOf } from '#domain/currency.ts'
import { Card } from '#web/ui/card.tsx'
import { Facts } from '#web/ui/facts.tsx'
import type { Format } from '#web/ui/format.ts'
import { How } from './how.tsx'
import { churnSentence, FEW, lifetimeSentence, quickWords } from './words.ts'

/** Who left, in words: a rate only where there are enough patrons to have one. */
export function WhoLeft({ crowd, format }: { crowd: Crowd; format: Format }) {
  const { churn, lostShare, movement } = crowd
  const unit = 10 ** (exponentOf(crowd.currency) ?? 2)
  const rated = movement.start.patrons >= FEW
  return (
    <Card className="span-6" title="Who left" hint="patrons who give every month; smoothed, net">
      <p className="answer">{churnSentence(crowd, format)}</p>
      <p>{lifetimeSentence(crowd, format)}</p>
      <Facts
        facts={[
          {
            label: 'In six months',
            value: <span className="words">{quickWords(crowd, format, unit)}</span>,
            hint: 'of what patrons give a month',
          },
          ...(rated && lostShare
            ? [
                {
                  label: 'Of the money, this month',
                  value: `${format.percent(lostShare.gross)} lost`,
                  hint: `${format.percent(lostShare.net)} after what grew or came back`,
                },
                {
                  label: 'Usually lost in a month',
                  value: format.percent(churn.hazard),
                  hint: `${format.count(churn.gone)} left in ${format.count(churn.patronMonths)} patron-months`,
                },
              ]
            : []),
        ]}
      />
      <How
        formula={`Left ÷ patrons at the start, with the ${format.percent(0.8)} interval of Wilson. Usually lost: (left + 0.5) ÷ (patron-months + 10), which leans to ${format.percent(0.05)} where little is known: our assumption. Gained for each lost: (new + more + came back) ÷ (left + less).`}
        inputs="What stands at the ends of the last 24 months; six of them for gained and lost."
        without="Refunds and single gifts. Cards that were declined are in no file: who pays within ten days after the end has not left."
      />
    </Card>
  )
}
