import type { Time } from '#contract/time.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { durationWords } from '#web/hours/words.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import type { Format } from '#web/ui/format.ts'

type BoughtFacts = Pick<Time, 'month' | 'ground' | 'enough' | 'plan' | 'usual'> & { patronage: NonNullable<Time['patronage']> }

/** The hours that patronage pays for, opened down to the streams (METRICS 15). */
export function boughtFigure({ patronage, month, ground, enough, plan, usual }: BoughtFacts, format: Format): DerivedFigure {
  const { net, funded, basic } = patronage
  const hours = plan.sustainable ?? usual
  const told = funded !== null && enough !== null && hours !== null
  const sum = `Patronage of the month, ${format.exact(net)}`
  const streams = ground.streams
    .filter(({ kind }) => kind === 'patronage')
    .map((stream): Cell[] => [streamTitle(stream), (stream.bound.at(-1) ?? 0) + (stream.free.at(-1) ?? 0), null])
  return {
    title: `${told ? 'Hours that patrons paid for' : 'What patrons gave'}, ${format.month(month ?? '')}, smoothed, net`,
    figure: told ? durationWords(funded, format) : format.exact(net),
    formula: told
      ? `${sum} ÷ (enough, ${format.exact(enough)} ÷ ${durationWords(hours, format)} a month that you can keep up) = ${durationWords(funded, format)}, rounded down to a minute. An hour is worth what it would have to bring for the month to be enough.`
      : `${sum}: what each stream of patronage brought, summed.`,
    inputs: [
      { label: 'Patronage', value: format.exact(net) },
      ...(enough === null ? [] : [{ label: 'Enough', value: format.exact(enough) }]),
      ...(hours === null
        ? []
        : [
            {
              label: `Hours that you can keep up${plan.sustainable === null ? ', those of a usual month' : ''}`,
              value: durationWords(hours, format),
            },
          ]),
      ...(basic === null ? [] : [{ label: 'Basic hours of the month', value: durationWords(basic, format) }]),
    ],
    leftOut: [
      'What patrons of other kinds of streams pay, as in a shop.',
      ...(basic === null ? ['Basic hours: not all weeks of the month are known.'] : []),
    ],
    rows: {
      columns: [
        { heading: 'What', kind: 'text' },
        { heading: 'Net, smoothed', kind: 'amount' },
        { heading: 'Hours', kind: 'hours' },
      ],
      rows: [...streams.filter(([, amount]) => amount !== 0), ...(basic === null ? [] : [['Basic work', null, basic]])],
    },
  }
}
