import type { Carriers, Crowd } from '#contract/crowd.ts'
import { lifetimeRange, pooledHazard, USUAL_LEAVING, wilson80 } from '#domain/churn.ts'
import { concentration, giftsMissing } from '#domain/concentration.ts'
import { exponentOf } from '#domain/currency.ts'
import { giftSteps, kindShares, smallestGifts } from '#domain/gift-sizes.ts'
import { median, type Lens, type MonthCell } from '#domain/income.ts'
import { net, split, type Minor } from '#domain/money.ts'
import { addMonths, dayOfMonth, monthOf, monthRange, type Day, type Month } from '#domain/month.ts'
import { churnRates, cohortsOf, losses, movementAt, quickRatio, staysOf, type Movement } from '#domain/movement.ts'
import { standings, type Standing } from '#domain/standing-gifts.ts'
import { busFactor, type Part } from '#domain/stopping.ts'
import { atRisk, drawnTo, survival } from '#domain/survival.ts'
import { targetOf } from '#domain/target.ts'
import type { PatronPart } from '#storage/patron-reads.ts'
import type { Book, Storage } from '#storage/storage.ts'
import { declinedAnswer } from './crowd-declined.ts'
import { feesAnswer } from './crowd-fees.ts'
import { crowdStreams, type CrowdStream } from './crowd-streams.ts'
import { steadyAnswer } from './crowd-steadiness.ts'
import type { Handlers } from './handle.ts'
import { keepAnswers } from './kept-answers.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

/** Payers that are told by name; all others are one sum. */
const TOLD = 200
/** Months whose ends are compared; what stood at the first is known from the payments of a year before. */
export const COMPARED = 24
/** A payment of a year still stands a month, and its grace, after it. */
export const STANDS_AT_MOST = 14
/** Months of the quick ratio. */
const QUICK = 6
/** Under so many patrons there is no line of who stays. */
const STAYS = 20
/** Every so many months the number observed is told under that line. */
const OBSERVED = 6

interface Asked {
  lens: Lens
  month?: Month | undefined
}

/** Answers what the Patrons page shows, and the part of it that the Month page does. */
export function crowdHandlers(parts: Parts): Handlers<'crowd' | 'carriers' | 'setLeaving'> {
  return {
    crowd: ({ book, query }) => crowd(parts, book, query),
    carriers: ({ book, query }) => carriers(parts, book, query),
    async setLeaving({ book, body }) {
      await parts.storage.write(book.id, (writer) => writer.setLeaving(body.share === USUAL_LEAVING ? null : body.share))
      return body
    },
  }
}

/** The month that is asked for, or the last full one where it is not over. */
export function fullMonth(asked: Month | undefined, today: Day): Month {
  const last = addMonths(monthOf(today), -1)
  return asked !== undefined && asked < last ? asked : last
}

const keptCarriers = keepAnswers<Carriers>()

async function carriers({ storage, clock }: Parts, book: Book, { lens, month: asked }: Asked): Promise<Carriers> {
  const month = fullMonth(asked, todayOf(book, clock))
  return keptCarriers(storage, book, { question: `${lens} ${month}`, answer: () => carriersOf(storage, book, { lens, month }) })
}

async function carriersOf(storage: Storage, book: Book, { lens, month }: { lens: Lens; month: Month }): Promise<Carriers> {
  const patronage = (await storage.streams(book.id)).filter(({ kind }) => kind === 'patronage').map(({ id }) => id)
  const gifts = await storage.giftsOfMonth(book.id, { lens, month, streams: patronage })
  const told = { kinds: await storage.patronKinds(book.id), unit: 10 ** (exponentOf(book.homeCurrency) ?? 2) }
  return { lens, currency: book.homeCurrency, month, gifts: giftsAnswer(gifts, told) }
}

async function crowd(parts: Parts, book: Book, { lens, month: asked }: Asked): Promise<Crowd> {
  const { storage, clock } = parts
  const today = todayOf(book, clock)
  const month = fullMonth(asked, today)
  const year = await storage.months(book.id, lens, { from: addMonths(month, -11), to: month })
  const named = await storage.payersOfMonth(book.id, lens, month)
  const streams = await crowdStreams(storage, book, { lens, month, named })
  const enough = targetOf(await storage.targets(book.id), month)?.enough ?? null
  const total = streams.reduce((sum, stream) => sum + stream.net, 0)
  const payers = byPayer(named)
  const currencies = currenciesOf(year, month)
  const kinds = await storage.patronKinds(book.id)
  const gifts = giftsOf(named, streams)
  const patronage = streams.filter(({ kind }) => kind === 'patronage').map(({ stream }) => stream)
  return {
    lens,
    currency: book.homeCurrency,
    month,
    enough,
    total,
    months: monthRange(addMonths(month, -11), month),
    since: (await storage.span(book.id))?.from ?? null,
    streams,
    currencies,
    payers: payers.slice(0, TOLD).map(({ patron, name, parts }) => ({ patron, name, kind: kinds.get(patron) ?? 'unknown', parts })),
    others: others(payers.slice(TOLD)),
    breadth: breadthOf({ streams, payers, currencies }, { total, enough }),
    missing: missingOf([...gifts.values()], { total, enough }),
    gifts: giftsAnswer(gifts, { kinds, unit: 10 ** (exponentOf(book.homeCurrency) ?? 2) }),
    ...(await overTime(parts, book, { patronage, month, today })),
    declined: await declinedAnswer(storage, book.id),
    fees: await feesAnswer(storage, book.id, { month, patronage, names: new Map(named.map(({ patron, name }) => [patron, name])) }),
    steadiness: await steadyAnswer(storage, book, month),
    today,
  }
}

/** What came in each currency, in the home currency; money without a rate is left out. */
function currenciesOf(year: readonly MonthCell[], month: Month): Crowd['currencies'] {
  const found = new Map<string, Map<number, Crowd['currencies'][number]['parts'][number]>>()
  for (const { currency, stream, home, month: of } of year) {
    if (!home) continue
    const parts = found.get(currency) ?? new Map<number, Crowd['currencies'][number]['parts'][number]>()
    const part = parts.get(stream) ?? { stream, net: 0, year: 0 }
    part.year += net(home)
    if (of === month) part.net += net(home)
    found.set(currency, parts.set(stream, part))
  }
  const sumOf = ({ parts }: Crowd['currencies'][number]) => parts.reduce((sum, part) => sum + part.net, 0)
  const currencies = [...found].map(([currency, parts]) => ({ currency, parts: [...parts.values()].sort((a, b) => a.stream - b.stream) }))
  return currencies.sort((a, b) => sumOf(b) - sumOf(a) || (a.currency < b.currency ? -1 : 1))
}

interface PayerSum {
  patron: string
  name: string
  net: Minor
  parts: { stream: number; net: Minor }[]
}

/** Parts by who pays, the largest sum first. */
function byPayer(named: readonly PatronPart[]): PayerSum[] {
  const payers = new Map<string, PayerSum>()
  for (const { patron, name, stream, net: part } of named) {
    const payer = payers.get(patron) ?? { patron, name, net: 0, parts: [] }
    payers.set(patron, payer)
    payer.net += part
    payer.parts.push({ stream, net: part })
  }
  return [...payers.values()].sort((a, b) => b.net - a.net || (a.patron < b.patron ? -1 : 1))
}

function others(payers: readonly PayerSum[]): Crowd['others'] {
  const sums = new Map<number, Minor>()
  for (const { stream, net: part } of payers.flatMap(({ parts }) => parts)) sums.set(stream, (sums.get(stream) ?? 0) + part)
  return {
    patrons: payers.filter((payer) => payer.net > 0).length,
    parts: [...sums].map(([stream, sum]) => ({ stream, net: sum })).sort((a, b) => a.stream - b.stream),
  }
}

interface Carried {
  streams: readonly CrowdStream[]
  payers: readonly PayerSum[]
  currencies: Crowd['currencies']
}

interface Goal {
  total: Minor
  enough: Minor | null
}

function breadthOf({ streams, payers, currencies }: Carried, { total, enough }: Goal): Crowd['breadth'] {
  const told = (sources: readonly (readonly Part[])[]) => {
    const { parts, top, hhi, effective } = concentration(sources.map((own) => own.reduce((sum, part) => sum + part.net, 0)))
    return { parts, top, hhi, effective, losses: enough === null ? null : busFactor({ total, streams }, sources, enough) }
  }
  const onPlatforms = streams.filter(({ platform }) => platform !== '')
  // Money that names nobody is of equal patrons where a list tells how many; else it is of no patron, only of its platform.
  const listed = streams.flatMap(({ stream, unnamed, listed: patrons }) =>
    patrons !== null && unnamed > 0 ? split(unnamed, patrons).map((part) => [{ stream, net: part }]) : [],
  )
  return {
    patron: told([...payers.map((payer) => payer.parts), ...listed]),
    stream: told(streams.map((stream) => [stream])),
    platform: told([...Map.groupBy(onPlatforms, ({ platform }) => platform).values()]),
    currency: told(currencies.map((currency) => currency.parts)),
  }
}

/** What each named patron brings of the patronage streams. */
function giftsOf(named: readonly PatronPart[], streams: readonly Pick<CrowdStream, 'stream' | 'kind'>[]): Map<string, Minor> {
  const patronage = new Set(streams.filter(({ kind }) => kind === 'patronage').map(({ stream }) => stream))
  const gifts = new Map<string, Minor>()
  for (const { patron, stream, net: part } of named) if (patronage.has(stream)) gifts.set(patron, (gifts.get(patron) ?? 0) + part)
  return gifts
}

function missingOf(gifts: readonly Minor[], { total, enough }: Goal): Crowd['missing'] {
  const usual = median(gifts.filter((gift) => gift > 0))
  const missing = enough !== null && total < enough ? giftsMissing(gifts, total, enough) : null
  return missing === null || usual === null ? null : { gifts: missing, usual }
}

interface Told {
  kinds: ReadonlyMap<string, Crowd['payers'][number]['kind']>
  /** A whole unit of the home currency in minor units. */
  unit: Minor
}

function giftsAnswer(gifts: ReadonlyMap<string, Minor>, { kinds, unit }: Told): Crowd['gifts'] {
  const sums = [...gifts.values()]
  return {
    steps: giftSteps(sums, unit),
    named: sums.length,
    patrons: sums.filter((sum) => sum > 0).length,
    smallest: smallestGifts(sums),
    kinds: kindShares([...gifts].map(([patron, sum]) => ({ kind: kinds.get(patron) ?? 'unknown', net: sum }))),
  }
}

interface Span {
  patronage: readonly number[]
  month: Month
  today: Day
}

/** What changes from month to month: who comes, stays and goes. */
async function overTime(
  { storage }: Parts,
  book: Book,
  { patronage, month, today }: Span,
): Promise<Pick<Crowd, 'movement' | 'lostShare' | 'churn' | 'quick' | 'survival'>> {
  const months = monthRange(addMonths(month, -COMPARED), month)
  const assumed = (await storage.leaving(book.id)) ?? USUAL_LEAVING
  const since = dayOfMonth(addMonths(month, -COMPARED - STANDS_AT_MOST), 1)
  const payments = await storage.patronPayments(book.id, patronage, since)
  const rows = [...standings(payments, months, today).values()]
  const movement = movementAt(rows, COMPARED)
  const { gone, patronMonths, months: lost } = losses(rows)
  const recent = Array.from({ length: QUICK }, (_, i) => movementAt(rows, COMPARED - QUICK + 1 + i))
  const { start, gone: left } = movement
  return {
    movement,
    lostShare: churnRates(movement),
    churn: {
      interval: start.patrons > 0 ? wilson80(left.patrons, start.patrons) : null,
      gone,
      patronMonths,
      months: months.slice(1).map((one, i) => ({ month: one, ...(lost[i] ?? { there: 0, gone: 0 }) })),
      hazard: pooledHazard(gone, patronMonths, assumed),
      assumed,
      lifetime: lifetimeRange(gone, patronMonths),
    },
    quick: { ...quickRatio(recent), months: recent.map((one, i) => ({ month: addMonths(month, 1 - QUICK + i), ...movesOf(one) })) },
    survival: survivalAnswer(rows, months),
  }
}

function movesOf(movement: Movement) {
  return {
    new: movement.new.net,
    returned: movement.returned.net,
    more: movement.more.net,
    less: movement.less.net,
    gone: movement.gone.net,
  }
}

function survivalAnswer(rows: readonly (readonly Standing[])[], months: readonly Month[]): Crowd['survival'] {
  const stays = staysOf(rows)
  const enough = stays.length >= STAYS
  const until = enough ? drawnTo(stays) : 0
  return {
    patrons: stays.length,
    steps: enough ? survival(stays) : [],
    until,
    observed: Array.from({ length: enough ? Math.floor(until / OBSERVED) + 1 : 0 }, (_, i) => i * OBSERVED).map((at) => {
      return { month: at, atRisk: atRisk(stays, at) }
    }),
    cohorts: enough ? cohortsOf(rows).map(({ at, still }) => ({ month: months[at] ?? '', still })) : [],
  }
}
