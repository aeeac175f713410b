import type { Time } from '#contract/time.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { durationWords, kindWords } from '#web/hours/words.ts'
import type { Format } from '#web/ui/format.ts'
import { numberWord } from '#web/ui/number-words.ts'

type WeekFacts = Pick<Time, 'weeks' | 'months' | 'share' | 'under' | 'plan' | 'care' | 'month' | 'ground'>

/** Months that the care of the business is told over. */
const CARE_MONTHS = 6

/** Basic work of all work, opened down to the weeks (METRICS 15). */
export function weekFigure(time: WeekFacts, format: Format): DerivedFigure {
  const { share, weeks, plan } = time
  const last = weeks.at(-2)?.week ?? ''
  return {
    title: `Basic work of all work, four weeks to the one of ${format.day(last)}, hours as told`,
    figure: share ? format.percent(share.basic / share.all) : 'too early to say',
    formula: share
      ? `Basic ÷ (basic + paid + care of the business) over four weeks, ${numberWord(share.known)} of them known: ${durationWords(share.basic, format)} ÷ ${durationWords(share.all, format)} = ${format.percent(share.basic / share.all)}. The floor is missed where that share lay under ${format.percent(plan.floor / 100)} in two of the last three weeks. The line in the picture is so much basic work that all of a week would have needed to be at the floor.`
      : 'Basic ÷ (basic + paid + care of the business) over four weeks, of which two must be known.',
    inputs: inputs(time, format),
    leftOut: leftOut(time, format),
    rows: {
      columns: [
        { heading: 'Week from', kind: 'day' },
        { heading: 'Month', kind: 'month' },
        { heading: kindWords('basic'), kind: 'hours' },
        { heading: kindWords('paid'), kind: 'hours' },
        { heading: kindWords('care'), kind: 'hours' },
        { heading: 'From', kind: 'text' },
      ],
      rows: [
        ...weeks.map(({ week, known, said, basic, paid, care }): Cell[] => {
          return known ? [week, null, basic, paid, care, said ? 'you' : 'imported'] : [week, null, null, null, null, 'not known']
        }),
        ...careMonths(time).map(({ month, basic, paid, care }): Cell[] => [null, month, basic, paid, care, '']),
      ],
    },
  }
}

/** The known months that the care of the business is told over. */
function careMonths({ months, ground }: WeekFacts): WeekFacts['months'] {
  const six = new Set(ground.months.slice(-CARE_MONTHS))
  return months.filter(({ month, known }) => known && six.has(month))
}

function inputs({ share, under, plan, care, weeks }: WeekFacts, format: Format): DerivedFigure['inputs'] {
  const known = weeks.slice(0, -1).filter((week) => week.known).length
  return [
    { label: 'Full weeks of which anything is known', value: `${format.count(known)} of ${format.count(weeks.length - 1)}` },
    { label: 'The floor, as you said', value: format.percent(plan.floor / 100) },
    ...(share ? [{ label: 'Of the last three weeks under it', value: format.count(under) }] : []),
    ...(care.paid > 0
      ? [
          {
            label: 'Care of the business for each 10 paid hours, over the known months of the last six',
            value: `${durationWords(care.care, format)} ÷ ${durationWords(care.paid, format)} × 10 = ${format.decimal(((care.care * 10) / care.paid).toFixed(1))}`,
          },
        ]
      : []),
  ]
}

function leftOut({ weeks }: WeekFacts, format: Format): string[] {
  const full = weeks.slice(0, -1)
  const unknown = full.filter(({ known }) => !known).length
  const outvoted = weeks.reduce((sum, week) => sum + week.outvoted, 0)
  return [
    'The running week, which is drawn and not over.',
    ...(unknown > 0 ? [`${format.count(unknown)} of ${format.count(full.length)} weeks, of which nothing is known.`] : []),
    ...(outvoted > 0 ? [`${durationWords(outvoted, format)} of imported time, of weeks that you said yourself.`] : []),
  ]
}
