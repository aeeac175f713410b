import type { Time } from '#contract/time.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { durationWords } from '#web/hours/words.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'

type Ceiling = NonNullable<Time['ceiling']>
type CeilingFacts = Pick<Time, 'plan' | 'ground' | 'free'> & { ceiling: Ceiling }

/** The ceiling of hours, opened down to the months of every stream (FEATURES N12). */
export function ceilingFigure(time: CeilingFacts, format: Format): DerivedFigure {
  const { ceiling, ground } = time
  const given = ceiling.filled
    .filter(({ minutes }) => minutes > 0)
    .map((one) => {
      return `${isolated(streamTitle(one))} ${durationWords(one.minutes, format)} × ${format.exact(one.rate)} = ${format.exact(one.net)}`
    })
  const asIs = ceiling.unrated.map((one) => `${isolated(streamTitle(one))}, as it is, ${format.exact(one.net)}`)
  const parts = [`${format.exact(ceiling.free)} that take no hours`, ...given, ...asIs]
  return {
    title: 'What a usual month can bring, fully booked, smoothed, net',
    figure: format.exact(ceiling.total),
    formula: `${parts.join(' + ')}: ${format.exact(ceiling.total)} together. What takes no hours is the sum of each stream’s median of six months. Hours go to the best paid work first, each stream up to the hours that nine in ten of its months stayed under, and the streams of a venture together up to those of the venture. An hour brings the median of the last six months of work. How much of a stream takes hours is what you said on its page, or what is usual for its kind. Hours whose project in your time tracker has the name of a stream are that stream’s; the others are parted among the streams of their venture by what a month of each usually brings, since nothing tells it better.`,
    inputs: inputs(time, format),
    leftOut: leftOut(ceiling, format),
    rows: {
      columns: [
        { heading: 'Venture', kind: 'text' },
        { heading: 'Stream', kind: 'text' },
        { heading: 'Month', kind: 'month' },
        { heading: 'Takes no hours, smoothed, net', kind: 'amount' },
        { heading: 'Takes hours, smoothed, net', kind: 'amount' },
        { heading: 'Hours', kind: 'hours' },
        { heading: 'Archived', kind: 'text' },
      ],
      rows: ground.streams.flatMap(({ name, ventureName, archived, free, bound, minutes }) =>
        ground.months.map((month, i): Cell[] => {
          return [ventureName, name, month, free[i] ?? 0, bound[i] ?? 0, minutes?.[i] ?? null, archived ? 'archived' : '']
        }),
      ),
    },
  }
}

function inputs({ ceiling, plan, free }: CeilingFacts, format: Format): DerivedFigure['inputs'] {
  const shares = free
    ? [
        { label: 'Takes no hours, of all money of six months', value: `${format.exact(free.free)} of ${format.exact(free.all)}` },
        ...(free.before
          ? [{ label: 'The same of the six months before', value: `${format.exact(free.before.free)} of ${format.exact(free.before.all)}` }]
          : []),
      ]
    : []
  return [
    {
      label:
        plan.sustainable === null ? 'Hours of paid work and its care in a usual month' : 'Hours a month that you can keep up, as you said',
      value: durationWords(ceiling.sustainable, format),
    },
    ...ceiling.filled.map((one) => {
      return {
        label: `${streamTitle(one)}: an hour, and work for`,
        value: `${format.exact(one.rate)}, ${durationWords(one.demand, format)}`,
      }
    }),
    ...shares,
  ]
}

function leftOut({ unrated, spare }: Ceiling, format: Format): string[] {
  const unknown = unrated.map((one) => isolated(streamTitle(one)))
  return [
    'Months of which not all weeks are known, for rates and for the work there is.',
    'Archived streams: they bring nothing more. In the share of money that takes no hours they are.',
    'Basic hours, which are not for sale.',
    ...(unknown.length > 0 ? [`Hours of which too few are known, so a usual month stands as it is: ${unknown.join(', ')}.`] : []),
    ...(spare > 0 ? [`${durationWords(spare, format)} for which there was no work in the past.`] : []),
  ]
}
