import type { Crowd } from '#contract/crowd.ts'
import { askPerPerson, ratioOfMedians, type Kinds } from '#domain/burden.ts'
import type { Format } from '#web/ui/format.ts'
import { capital, numberWord, plural } from '#web/ui/number-words.ts'
import { sourcesOf } from './stops.ts'

/** Under so many patrons a share of them says nothing: only words do. */
export const FEW = 10
/** Under so many a picture of their gifts would draw each by itself. */
export const CROWD = 5
/** Months beyond which how long one stays is only called long: no book of patrons has seen it. */
const LONG = 120
/** Under so many nobody can say who stays. */
export const STAYS = 20

/** How many of those who paid are no patrons: customers, employers. Who is only known from a list is a patron. */
function customersOf({ breadth, gifts, streams }: Pick<Crowd, 'breadth' | 'gifts' | 'streams'>): number {
  const listed = streams.reduce((sum, stream) => sum + (stream.unnamed > 0 ? (stream.listed ?? 0) : 0), 0)
  return Math.max(0, breadth.patron.parts - listed - gifts.patrons)
}

/** What those are called who may stop: "payer" where customers are among them. */
export function payerNoun(crowd: Pick<Crowd, 'breadth' | 'gifts' | 'streams'>): 'patron' | 'payer' {
  return customersOf(crowd) > 0 ? 'payer' : 'patron'
}

const people = (count: number) => plural(count, 'patron', { written: numberWord(count) })

/** Whether the month falls under enough, and after how many losses. */
export function patronStops(crowd: Crowd, format: Format): string {
  const { breadth, enough, total, month, missing } = crowd
  const [name, noun] = [format.longMonth(month), payerNoun(crowd)]
  const { losses, parts } = breadth.patron
  if (enough === null) return 'Say what is enough for you, and this tells how many you could lose.'
  if (total < enough) {
    const short = `${name} is ${format.money(enough - total)} short of enough already`
    return missing ? `${short}: ${giftsOf(missing, format)} would close that.` : `${short}.`
  }
  if (parts === 0) return `Nobody who paid in ${name} is named, so nobody can be taken away.`
  if (losses === null) return `Even without any ${noun} ${name} stays at enough.`
  if (losses === 1) return `Lose your biggest ${noun} and ${name} falls under enough.`
  return `Lose your ${numberWord(losses)} biggest ${noun}s and ${name} falls under enough.`
}

function giftsOf({ gifts, usual }: NonNullable<Crowd['missing']>, format: Format): string {
  return `${plural(gifts, 'more gift', { written: gifts === 1 ? numberWord(gifts) : format.count(gifts) })} of the usual ${format.money(usual)}`
}

/** Which platform the month cannot do without. */
export function platformStops(crowd: Crowd, format: Format): string {
  const { enough, total } = crowd
  const { platforms } = sourcesOf(crowd, format)
  if (enough === null || total < enough || platforms.length === 0) return ''
  const short = platforms.filter(({ left }) => left < enough)
  const told = short.map(({ name, left }) => `${name} (${format.money(enough - left)} to go)`)
  if (short.length === 0) return 'Lose any one platform and you stay at enough.'
  if (short.length === platforms.length) return `Without ${format.list(told).replace(/ and (?=[^,]*$)/, ' or ')} it falls under enough.`
  return `Lose any one platform and you stay at enough, except ${format.list(told)}.`
}

/** What is left once some stopped. */
export function leftSentence(left: number, { enough, total }: Crowd, format: Format): string {
  const without = left === total ? `${format.money(total)} with everybody` : `${format.money(left)} would be left of ${format.money(total)}`
  if (enough === null) return `${without}.`
  if (left >= enough) return `${without}: ${left === enough ? 'just enough' : `enough and ${format.money(left - enough)} over`}.`
  return `${without}: ${format.money(enough - left)} to go.`
}

/** Of how many equal ones it might as well be; a tenth more or less tells nothing of ten and more. */
export function equalWords(effective: number, format: Format): string {
  if (effective <= 0) return 'none'
  const told = effective.toFixed(effective < 10 ? 1 : 0)
  return told === '1.0' ? 'as if one alone' : `as if ${format.decimal(told)} equal ones`
}

/** Who paid, and on how many of them the money rests. */
export function leadSentence(crowd: Crowd, format: Format): string {
  const { breadth, month, streams, total } = crowd
  if (streams.length === 0) return 'Who carries your months, who stays, and what is left if one stops.'
  const { parts, effective } = breadth.patron
  const name = format.month(month)
  if (total < 0) return `More went back than came in ${name}.`
  if (streams.every(({ net }) => net <= 0)) return `Nothing came in ${name}.`
  if (parts === 0) return `Nobody who paid in ${name} is named.`
  if (parts === 1) return `One paid in ${name}, and no other is named. Names stay in this book.`
  const customers = customersOf(crowd)
  const as =
    customers === 0 ? '' : `, ${format.count(parts - customers)} of them as patrons and ${format.count(customers)} for work or goods`
  return `${format.count(parts)} paid in ${name}${as}; the money rests on them ${equalWords(effective, format)} paid. Names stay in this book.`
}

/** "17 people carry 71 %, 2 organisations 29 %." */
export function carrierSentence({ gifts }: Pick<Crowd, 'gifts'>, format: Format): string {
  const total = gifts.kinds.reduce((sum, { net }) => sum + net, 0)
  const noun = (kind: string, count: number) => {
    if (kind === 'person') return plural(count, 'person', { written: format.count(count), many: 'people' })
    if (kind === 'organisation') return plural(count, 'organisation', { written: format.count(count) })
    return `${plural(count, 'patron', { written: format.count(count) })} of whom nothing is said`
  }
  const there = gifts.kinds.filter(({ patrons }) => patrons > 0)
  if (there.every(({ kind }) => kind === 'unknown'))
    return `${format.count(gifts.patrons)} patrons carry it; of none it is said who is an organisation.`
  const parts = there.map(
    ({ kind, patrons, net }, i) =>
      `${noun(kind, patrons)} ${i === 0 ? (patrons === 1 ? 'carries ' : 'carry ') : ''}${format.percent(net / total)}`,
  )
  return `${format.list(parts)}.`
}

/** What the smallest four fifths of the gifts bring. */
export function smallestSentence({ gifts }: Pick<Crowd, 'gifts'>, format: Format): string {
  const { patrons, share } = gifts.smallest
  return `The smaller ${format.percent(0.8)} of gifts, ${format.count(patrons)} of ${format.count(gifts.patrons)}, bring ${format.percent(share)} of the money.`
}

/** People and organisations, as far as it is said who is which. */
export function kindsOf({ gifts }: Pick<Crowd, 'gifts'>): Kinds {
  const of = (kind: string) => gifts.kinds.find((one) => one.kind === kind) ?? { patrons: 0, usual: null }
  return { person: of('person'), organisation: of('organisation') }
}

/** What organisations give beside people, and what would be left to ask of people (FEATURES N8, METRICS 17). */
export function burdenSentence(crowd: Pick<Crowd, 'gifts' | 'enough'>, format: Format): string {
  const kinds = kindsOf(crowd)
  const { person, organisation } = kinds
  const ratio = ratioOfMedians(kinds)
  if (ratio === null) return 'What an organisation gives beside a person can be told once it is said of one of each who they are.'
  const times = `Usually an organisation gives ${ratio < 0.95 || ratio >= 1.05 ? `${format.decimal(ratio.toFixed(1))} times what` : 'about what'} a person does.`
  const ask = crowd.enough === null ? null : askPerPerson(crowd.enough, kinds)
  if (ask === null) return times
  const every = `If ${organisation.patrons === 1 ? 'the organisation' : `each of the ${numberWord(organisation.patrons)} organisations`} gave ${format.money(organisation.usual ?? 0)}`
  if (ask === 0) return `${times} ${every}, that would be enough: nothing were left to ask of people.`
  const each = person.patrons === 1 ? 'the one person' : `each of ${format.count(person.patrons)} people`
  return `${times} ${every} and people alone bore the rest of enough, it would ask ${format.money(ask)} a month of ${each}.`
}

/** Of how many patrons how many left; a share only where there are enough of them to have one. */
export function churnSentence({ movement, churn, month }: Crowd, format: Format): string {
  const { start, gone } = movement
  if (start.patrons === 0) return nobodyLeft(churn, format.longMonth(month))
  if (start.patrons < FEW) {
    const who = gone.patrons === 0 ? 'none' : numberWord(gone.patrons)
    return `Of ${people(start.patrons)}, ${who} left in ${format.longMonth(month)}. So few have no rate.`
  }
  const counted = `${format.count(gone.patrons)} of ${format.count(start.patrons)} patrons left in ${format.longMonth(month)}`
  const { interval } = churn
  if (!interval) return `${counted}.`
  const range = `${format.percent(interval.low)} to ${format.percent(interval.high)}`
  return `${counted}: ${format.percent(gone.patrons / start.patrons)} (${range}, 8 in 10).`
}

/** Nobody's gift stood when the month began: either none ever did, or all had ended before. */
function nobodyLeft({ patronMonths }: Crowd['churn'], month: string): string {
  if (patronMonths === 0) return `No patron gave every month before ${month} began, so nobody could leave.`
  return `No gift stood any more when ${month} began, so nobody could leave: the last one ended before.`
}

/** Whose card was declined, by the newest lists of patrons; nothing where no list tells of any. */
export function declinedSentence({ declined }: Pick<Crowd, 'declined'>, format: Format): string {
  if (!declined) return ''
  const { patrons, hidden, monthly, day } = declined
  const who = `${capital(numberWord(patrons))} declined`
  const sums = monthly.map(({ currency, amount }) => format.money(amount, { currency }))
  const risk = sums.length === 0 ? '' : `, ${format.list(sums)} a month at risk`
  const secret = hidden === 0 || hidden === patrons ? '' : `, ${numberWord(hidden)} of private amount besides`
  const list = day === null ? 'by the newest list of patrons' : `by the list of patrons of ${format.day(day)}`
  return `${who}${risk}${secret}, ${list}. Who declined has not left yet.`
}

/** How long a patron stays, where two dozen patron-years tell it. */
export function lifetimeSentence({ churn }: Crowd, format: Format): string {
  const { lifetime } = churn
  if (!lifetime) return 'How long a patron stays cannot be told yet: it takes 24 patron-years, and someone who left.'
  const [low, high] = [Math.floor(lifetime.low), Math.ceil(lifetime.high)]
  if (high <= LONG) return `A patron stays ${format.count(low)} to ${format.count(high)} months.`
  const seen = `${format.count(churn.gone)} left in ${format.count(churn.patronMonths)} patron-months`
  return low > LONG
    ? `A patron stays longer than ten years: ${seen}.`
    : `A patron stays ${format.count(low)} months to more than ten years: ${seen}.`
}

/** "€2.50 gained for each €1 lost" */
export function quickWords({ quick, currency }: Crowd, format: Format, unit: number): string {
  if (quick.ratio === null) return quick.gained > 0 ? `${format.money(quick.gained)} gained, nothing lost` : 'nothing gained, nothing lost'
  return `${format.money(Math.round(quick.ratio * unit), { currency })} gained for each ${format.money(unit, { currency })} lost`
}

const MOVED = { new: 'new', returned: 'came back', more: 'give more', less: 'give less', gone: 'left' } as const

/** Who moved, in heads. */
export function movedSentence({ movement }: Crowd, format: Format): string {
  const moves = (['new', 'returned', 'more', 'less', 'gone'] as const).filter((move) => movement[move].patrons > 0)
  const what = moves.map(
    (move) => `${numberWord(movement[move].patrons)} ${movement[move].patrons === 1 && move !== 'new' ? ONE[move] : MOVED[move]}`,
  )
  const { start, end } = movement
  const from = `From ${format.money(start.net)} to ${format.money(end.net)} a month`
  return what.length === 0 ? `${from}: nobody came, went or changed.` : `${from}: ${format.list(what)}.`
}

const ONE = { new: 'new', returned: 'came back', more: 'gives more', less: 'gives less', gone: 'left' } as const

/** "Alone your ventures swing by 40 to 100 %. Together by 38 %." */
export function steadySentence(steadiness: NonNullable<Crowd['steadiness']>, format: Format): string {
  const swings = steadiness.ventures.flatMap(({ swing }) => (swing === null ? [] : [swing])).sort((a, b) => a - b)
  const [low, high] = [swings[0], swings.at(-1)]
  if (low === undefined || high === undefined || steadiness.swing === null) return 'These months brought too little to tell how they swing.'
  const alone = low === high ? format.percent(low) : `${format.percent(low)} to ${format.percent(high)}`
  return `Alone your ventures swing by ${alone}. Together by ${format.percent(steadiness.swing)}.`
}

/** Ventures of each sort that the sentence names; the table has all. */
const NAMED = 3

/**
 * Which ventures steady the others and which do not: those with which all damp each other by a point more, or less, than the others
 * do alone (FEATURES N9).
 */
export function marginalSentence({ ventures, damping, swing }: NonNullable<Crowd['steadiness']>, format: Format): string {
  // Of two, each steadies the other: there is nothing to choose between. Where nothing is told of them, nothing is told of one.
  if (damping === null || swing === null || ventures.length < 3) return ''
  const adds = ventures.flatMap(({ name, dampingWithout }) => (dampingWithout === null ? [] : [{ name, by: damping - dampingWithout }]))
  const named = (sign: 1 | -1) => {
    const some = adds.filter(({ by }) => by * sign >= 0.01).toSorted((a, b) => (b.by - a.by) * sign)
    const rest = some.length - NAMED
    return [...some.slice(0, NAMED).map(({ name }) => name), ...(rest > 0 ? [`${numberWord(rest)} more`] : [])]
  }
  const [more, less] = [named(1), named(-1)]
  if (more.length === 0) return less.length === 0 ? '' : `With ${format.list(less)} they steady each other less.`
  return `With ${format.list(more)} they steady each other more${less.length === 0 ? '' : `, with ${format.list(less)} less`}.`
}
