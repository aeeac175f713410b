import type { PublicVenture } from '#contract/public.ts'
import { isCurrent } from '#domain/public-venture.ts'
import type { Day } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'
import { percentWords, type BarPart } from '../enough-words.ts'

/** What a page tells of how far the month carries its venture. */
export interface CarriedWords {
  /** The figure: an amount beside exact money, else the percentage; none where it claims nothing any more. */
  figure: string | null
  /** What the figure is of. */
  of: string
  /** Which month, by which lens. */
  hint: string
  bar: BarPart[]
  /** What stands below the bar, piece by piece. */
  below: { key: string; text: string; fill?: BarPart['fill'] }[]
  /** Whether it says that it has enough. */
  enough: boolean
}

type Told = Pick<PublicVenture, 'money' | 'carried' | 'patrons'>
type Carried = NonNullable<PublicVenture['carried']>

/** Null where there is nothing to tell of: hidden money, no target, or no closed month yet. */
export function carriedWords(venture: Told, today: Day, format: Format): CarriedWords | null {
  const { carried } = venture
  if (carried === null) return null
  const { percent, asOf } = carried
  const current = isCurrent(carried, today)
  const hint = `smoothed, as of ${format.day(asOf)}`
  if (!current) {
    const below = [{ key: 'old', text: 'That is too long ago to claim anything of today.' }]
    return { figure: null, of: percentWords({ percent, asOf, current }, format), hint, bar: [far(percent, 'faint')], below, enough: false }
  }
  const enough = percent >= 100
  if (carried.net === undefined || carried.enough === undefined) {
    return { figure: format.percent(percent / 100), of: 'of enough', hint, bar: [far(percent, 'ink')], below: [], enough }
  }
  return {
    figure: format.money(carried.net),
    of: `of ${format.money(carried.enough)} a month, ${percentWords({ percent, asOf, current }, format)}`,
    hint,
    ...exactBar({ ...carried, net: carried.net, enough: carried.enough }, venture.patrons, format),
    enough,
  }
}

function far(percent: number, fill: BarPart['fill']): BarPart {
  return { key: 'far', percent, fill }
}

type Exact = Carried & { net: number; enough: number }

/** The bar beside exact money: by people and organisations where that is published, and what is pledged hatched behind it. */
function exactBar(carried: Exact, patrons: Told['patrons'], format: Format): Pick<CarriedWords, 'bar' | 'below'> {
  const { net, enough, pledged = 0 } = carried
  const percentOf = (amount: number) => (Math.max(amount, 0) / enough) * 100
  const { parts, words } = splitOf(patrons, percentOf(net), format)
  const bar = [...parts, ...(pledged > 0 ? [{ key: 'pledged', percent: percentOf(pledged), fill: 'hatched' as const }] : [])]
  const gap = enough - net
  const below: CarriedWords['below'] = [
    ...words,
    ...(pledged > 0 ? [{ key: 'pledged', text: `${format.money(pledged)} a month pledged, not paid yet`, fill: 'hatched' as const }] : []),
    { key: 'gap', text: gap > 0 ? `${format.money(gap)} to go` : 'nothing to go' },
  ]
  return { bar, below }
}

/** The month's bar cut by who paid in twelve months: that is the only split that is published. */
function splitOf({ split }: Told['patrons'], percent: number, format: Format): { parts: BarPart[]; words: CarriedWords['below'] } {
  if (split?.peopleNet === undefined || split.organisationsNet === undefined) return { parts: [far(percent, 'ink')], words: [] }
  const { people, organisations, peopleNet, organisationsNet } = split
  const share = peopleNet / Math.max(1, peopleNet + organisationsNet)
  const whole = Math.round(share * 100)
  return {
    parts: [
      { key: 'people', percent: percent * share, fill: 'people' },
      { key: 'organisations', percent: percent * (1 - share), fill: 'organisations' },
    ],
    words: [
      { key: 'people', text: `${format.count(people)} people, ${format.percent(whole / 100)} of the year’s money`, fill: 'people' },
      {
        key: 'organisations',
        text: `${format.count(organisations)} organisations, ${format.percent((100 - whole) / 100)}`,
        fill: 'organisations',
      },
    ],
  }
}
