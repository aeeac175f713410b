import type { JobOffer } from '#contract/tax.ts'
import type { Time } from '#contract/time.ts'
import type { TaxModel } from '#domain/gross-up.ts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import { yearOf, type TargetPlan } from '#domain/target-plan.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { durationWords } from '#web/hours/words.ts'
import type { Format } from '#web/ui/format.ts'
import type { Freedom } from './freedom.ts'
import { meanOf } from './past-months.ts'

interface FreedomFacts {
  months: readonly Month[]
  nets: readonly Minor[]
  freedom: Freedom
  offer: JobOffer
  /** By which numbers what one takes home is reckoned. */
  model: TaxModel
  plan: TargetPlan | undefined
  /** Minutes of own work in a month, and how they are known; null of none. */
  minutes: number | null
  /** The full weeks whose basic hours they are taken from; none where other hours were said. */
  weeks: readonly Pick<Time['weeks'][number], 'week' | 'basic'>[]
  /** The preset whose numbers stand for the job; undefined where others were said. */
  preset: string | undefined
}

/** A usual month as a wage, and the price of freedom, opened down to the months (METRICS 13). */
export function freedomFigure(facts: FreedomFacts, format: Format): DerivedFigure {
  const { freedom, months } = facts
  const { own, wage } = freedom
  return {
    title: `Which job your month equals, ${format.month(months[0] ?? '')} to ${format.month(months.at(-1) ?? '')}, cash, net`,
    figure: wage === null ? 'nothing is left after tax' : `${format.exact(wage)} gross a month`,
    formula: [ownFormula(facts, format), ...wageFormula(facts, format), ...priceFormula(facts, format)].join(' '),
    inputs: inputs(facts, format),
    leftOut: [
      'What an employer pays besides, which is told apart.',
      'What your work costs you beyond the target’s numbers.',
      'What freedom is worth.',
      'The running month, and money without a rate.',
    ],
    rows: {
      columns: [
        { heading: 'What', kind: 'text' },
        { heading: 'Month', kind: 'month' },
        { heading: 'Week from', kind: 'day' },
        { heading: 'Amount, cash, net', kind: 'amount' },
        { heading: 'Hours', kind: 'hours' },
      ],
      rows: [
        ...months.map((month, i): Cell[] => ['net', month, null, facts.nets[i] ?? 0, null]),
        ['your health cover, of a month', null, null, healthOf(facts), null],
        ['you take home', null, null, own, null],
        ...(freedom.job ? [['the job leaves', null, null, freedom.job.takeHome, null]] : []),
        ...facts.weeks.map(({ week, basic }): Cell[] => ['basic work', null, week, null, basic]),
      ],
    },
  }
}

/** Health cover of a month, as the lines have it. */
function healthOf({ plan }: FreedomFacts): Minor {
  return plan?.kind === 'needs' ? Math.round(yearOf(plan.needs, 'comfortable').health / 12) : 0
}

function ownFormula(facts: FreedomFacts, format: Format): string {
  const { nets, freedom, model } = facts
  const sum = nets.reduce((all, one) => all + one, 0)
  const mean = `You take home: the mean of ${format.count(nets.length)} months, ${format.exact(sum)} ÷ ${format.count(nets.length)} = ${format.exact(meanOf(nets))}`
  const health = healthOf(facts)
  const tax = model.shape === 'us' ? 'tax, contributions and pension by your target’s numbers' : `${format.share(model.tax)} tax`
  return `${mean}, less ${tax}${health > 0 ? ` and ${format.exact(health)} of health cover` : ''} = ${format.exact(freedom.own)}.`
}

function wageFormula({ freedom: { own, wage }, offer }: FreedomFacts, format: Format): string[] {
  if (wage === null) return []
  const lost = `1 − ${format.share(offer.social)} contributions − ${format.share(offer.tax)} tax`
  return [`Wage = (${format.exact(own)} + own premium ${format.exact(offer.premium)}) ÷ (${lost}) = ${format.exact(wage)}.`]
}

function priceFormula({ freedom: { own, job }, minutes }: FreedomFacts, format: Format): string[] {
  if (!job || job.perHour === null || minutes === null) return []
  return [
    `Price of freedom = (${format.exact(job.takeHome)} that the job leaves − ${format.exact(own)}) ÷ ${durationWords(minutes, format)} of your own work = ${format.exact(job.perHour)} an hour.`,
  ]
}

function inputs({ offer, freedom, minutes, preset }: FreedomFacts, format: Format): DerivedFigure['inputs'] {
  const { job } = freedom
  const hours = offer.minutes === null ? 'the basic hours of your weeks, 52 of them in 12 months' : 'as you said'
  return [
    ...(offer.wage === null || !job
      ? []
      : [{ label: 'The job', value: `${format.exact(offer.wage)} gross, of which it leaves ${format.exact(job.takeHome)}` }]),
    {
      label: 'Of the wage',
      value: `${format.share(offer.social)} contributions, ${format.share(offer.tax)} tax, ${format.exact(offer.premium)} own premium${preset === undefined ? ', as you said' : `: the numbers of the preset “${preset}” until you say others`}`,
    },
    {
      label: 'Hours of your own work in a month',
      value: minutes === null ? 'none are known' : `${durationWords(minutes, format)}, ${hours}`,
    },
    ...(job ? besides(job.besides, format) : []),
  ]
}

function besides({ premium, pension, leave }: NonNullable<Freedom['job']>['besides'], format: Format): DerivedFigure['inputs'] {
  return [
    { label: 'Besides: health premium', value: format.exact(premium) },
    { label: 'Besides: pension', value: format.exact(pension) },
    { label: 'Besides: paid leave', value: format.exact(leave) },
  ]
}
