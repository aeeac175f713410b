import type { Crowd } from '#contract/crowd.ts'
import { exponentOf } from '#domain/currency.ts'
import { How } from '#web/figures/how.tsx'
import { Card } from '#web/ui/card.tsx'
import { Facts } from '#web/ui/facts.tsx'
import type { Format } from '#web/ui/format.ts'
import { LeavingForm } from './leaving-form.tsx'
import { canLeave, whoLeftFigure } from './who-left-figure.ts'
import { churnSentence, declinedSentence, FEW, lifetimeSentence, quickWords } from './words.ts'

/** Who left, in words: a rate only where there are enough patrons to have one. */
export function WhoLeft({ crowd, format }: { crowd: Crowd; format: Format }) {
  const { churn, declined, lostShare, movement } = crowd
  const unit = 10 ** (exponentOf(crowd.currency) ?? 2)
  const rated = movement.start.patrons >= FEW
  return (
    <Card className="span-6" title="Who left" hint="patrons who give every month; smoothed, net, in every lens">
      <p className="answer">{churnSentence(crowd, format)}</p>
      {declined && <p>{declinedSentence(crowd, format)}</p>}
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
      {canLeave(crowd) && <LeavingForm key={churn.assumed} assumed={churn.assumed} format={format} />}
      {canLeave(crowd) && <How figure={() => whoLeftFigure(crowd, format)} />}
    </Card>
  )
}
