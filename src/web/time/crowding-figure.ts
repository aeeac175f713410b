import type { Time } from '#contract/time.ts'
import { CROWDING_WEEKS, type CrowdingOut } from '#domain/crowding-out.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { kindWords } from '#web/hours/words.ts'
import type { Format } from '#web/ui/format.ts'
import { crowdingSentence } from './words.ts'

interface CrowdingFacts {
  /** The full weeks that are known, oldest first. */
  weeks: Time['weeks']
  told: CrowdingOut
}

/** Whether paid and basic hours went together, opened down to the weeks (METRICS 15). */
export function crowdingFigure({ weeks, told }: CrowdingFacts, format: Format): DerivedFigure {
  const slope = (value: number) => format.decimal(value.toFixed(2))
  const pairs = (told.weeks * (told.weeks - 1)) / 2
  const found =
    told.say === 'slope'
      ? ` It is ${slope(told.slope)} basic hours for each paid hour more; 8 in 10 draws lie between ${slope(told.low)} and ${slope(told.high)}.`
      : ' The interval holds none as well as some, so nothing is told.'
  return {
    title: `Basic hours beside paid ones, ${format.count(told.weeks)} weeks, hours as told`,
    figure: crowdingSentence(told, format),
    formula: `The median of the slopes between all ${format.count(pairs)} pairs of ${format.count(told.weeks)} weeks (Theil and Sen), and the interval that holds 8 in 10 of ${format.count(1_000)} draws of those weeks.${found}`,
    inputs: [
      { label: `Full weeks of which both are known, of the last ${format.count(CROWDING_WEEKS.most)}`, value: format.count(told.weeks) },
    ],
    leftOut: ['Why it is so: weeks can be alike for many reasons.', 'Care of the business, which is in neither.', 'The running week.'],
    rows: {
      columns: [
        { heading: 'Week from', kind: 'day' },
        { heading: kindWords('paid'), kind: 'hours' },
        { heading: kindWords('basic'), kind: 'hours' },
      ],
      rows: weeks.map(({ week, paid, basic }) => [week, paid, basic]),
    },
  }
}
