import type { Time } from '#contract/time.ts'
import type { Stream, Venture } from '#domain/book.ts'
import { ceiling, fundedMinutes, type BoundWork } from '#domain/ceiling.ts'
import type { TimePlan } from '#domain/check-in.ts'
import { hourlyRate, RATE_MONTHS, type MonthWork } from '#domain/hourly-rate.ts'
import { hoursByMonth, type HourKind } from '#domain/hours.ts'
import { hoursBound, partByHours } from '#domain/hours-bound.ts'
import { median } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import { setAside, taxRuleOf, type TaxRule } from '#domain/set-aside.ts'
import { addMonths, monthOf, monthRange, type Day, type Month } from '#domain/month.ts'
import { namedStream, partHours } from '#domain/stream-hours.ts'
import { targetOf } from '#domain/target.ts'
import { isMonthKnown } from '#domain/weeks.ts'
import type { Book, Storage } from '#storage/storage.ts'
import type { BookTime } from './counted-time.ts'

/** Months that are looked at: the demand for work is that of a year. */
const MONTHS = 12
/** Fewer known months tell no usual one. */
const LEAST_KNOWN = 3

type Told = Pick<Time, 'month' | 'knownMonths' | 'care' | 'ventures' | 'ground' | 'enough' | 'usual' | 'patronage' | 'free' | 'ceiling'>

interface Asked {
  today: Day
  plan: TimePlan
  spent: BookTime
}

/** Money and time of the full months up to the running one, month by month; all lists are as long as `months`. */
interface Ground {
  months: Month[]
  known: boolean[]
  streams: (Stream & { net: Minor[] })[]
  ventures: readonly Venture[]
  /** Minutes of a venture and kind in each month. */
  minutes: (venture: number | null, kinds: readonly HourKind[]) => number[]
  /** Paid work and its care of a venture in each month: what projects name of its streams, and the rest. */
  workMinutes: (venture: Venture, streams: readonly Stream[]) => { rest: number[]; named: Map<number, number[]> }
}

/** What hours bring: rates, the ceiling of hours, and basic work that patrons paid for. */
export async function timeMoney(storage: Storage, book: Book, { today, plan, spent }: Asked): Promise<Told> {
  const ground = await groundOf(storage, book, { today, spent })
  const { months, known } = ground
  const month = months.at(-1) ?? null
  const six = known.slice(-RATE_MONTHS)
  const usual = usualMinutes(ground)
  const enough = month === null ? null : (targetOf(await storage.targets(book.id), month)?.enough ?? null)
  const sustainable = plan.sustainable ?? usual
  const work = ground.ventures.flatMap((venture) => boundWork(ground, venture))
  return {
    month,
    knownMonths: six.filter(Boolean).length,
    care: { care: total(knownOnly(ground, every(ground, ['care']))), paid: total(knownOnly(ground, every(ground, ['paid']))) },
    ventures: ventureRates(ground, await storage.taxRules(book.id)),
    ground: { months, streams: toldStreams(ground, work) },
    enough,
    usual,
    patronage: patronageOf(ground, { enough, sustainable }),
    free: freeShare(ground),
    ceiling: usual === null || sustainable === null ? null : ceilingOf(ground, work, sustainable),
  }
}

async function groundOf(storage: Storage, book: Book, { today, spent }: Omit<Asked, 'plan'>): Promise<Ground> {
  const last = addMonths(monthOf(today), -1)
  const first = (await storage.span(book.id))?.from
  const earliest = addMonths(last, 1 - MONTHS)
  const months = first === undefined ? [] : monthRange(first > earliest ? first : earliest, last)
  const place = new Map(months.map((month, i) => [month, i]))
  const streams = (await storage.streams(book.id)).map((stream) => ({ ...stream, net: months.map(() => 0) }))
  const byId = new Map(streams.map((stream) => [stream.id, stream]))
  const nets = months.length === 0 ? [] : await storage.monthNets(book.id, 'smoothed', { from: months[0] ?? last, to: last })
  for (const { stream, month, net } of nets) {
    const row = byId.get(stream)?.net
    const at = place.get(month)
    if (row && at !== undefined) row[at] = net
  }
  const sums = Map.groupBy(hoursByMonth(spent.time), ({ venture }) => venture)
  const minutes: Ground['minutes'] = (venture, kinds) => {
    const row = months.map(() => 0)
    for (const sum of sums.get(venture) ?? []) {
      const at = place.get(sum.period)
      if (at !== undefined && kinds.includes(sum.kind)) row[at] = (row[at] ?? 0) + sum.minutes
    }
    return row
  }
  return {
    months,
    known: months.map((month) => isMonthKnown(month, spent.known)),
    streams,
    ventures: await storage.ventures(book.id),
    minutes,
    workMinutes: (venture, own) => workMinutes(spent.time, { months: place, venture, streams: own }),
  }
}

interface WorkOf {
  /** The place of each month that is looked at. */
  months: ReadonlyMap<Month, number>
  venture: Venture
  streams: readonly Stream[]
}

function workMinutes(time: BookTime['time'], { months, venture, streams }: WorkOf): ReturnType<Ground['workMinutes']> {
  const none = () => Array.from({ length: months.size }, () => 0)
  const rest = none()
  const named = new Map(streams.map(({ id }) => [id, none()]))
  const found = new Map<string, number | undefined>()
  for (const { day, venture: of, kind, minutes, project } of time) {
    const at = months.get(monthOf(day))
    if (of !== venture.id || kind === 'basic' || at === undefined) continue
    if (project !== undefined && !found.has(project)) found.set(project, namedStream(project, venture.name, streams)?.id)
    const row = named.get(found.get(project ?? '') ?? 0) ?? rest
    row[at] = (row[at] ?? 0) + minutes
  }
  return { rest, named }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Values month by month of all ventures and of none, added. */
function every({ ventures, minutes, months }: Ground, kinds: readonly HourKind[]): number[] {
  const rows = [null, ...ventures.map(({ id }) => id)].map((venture) => minutes(venture, kinds))
  return months.map((_, i) => total(rows.map((row) => row[i] ?? 0)))
}

/** The values of the known months among the last six. */
function knownOnly({ known }: Ground, values: readonly number[]): number[] {
  return values.filter((_, i) => i >= values.length - RATE_MONTHS && known[i])
}

/** Paid work and its care in a usual known month. */
function usualMinutes(ground: Ground): number | null {
  const months = knownOnly(ground, every(ground, ['paid', 'care']))
  return months.length < LEAST_KNOWN ? null : median(months)
}

/** Money of one venture month by month, of each stream as much as `part` says. */
function netOf({ streams, months }: Ground, venture: number, part: (stream: Stream, net: Minor, month: Month) => Minor): Minor[] {
  const own = streams.filter((stream) => stream.venture === venture)
  return months.map((month, i) => total(own.map((stream) => part(stream, stream.net[i] ?? 0, month))))
}

function monthWork({ known }: Ground, net: readonly Minor[], minutes: readonly number[]): (MonthWork | null)[] {
  return net.map((one, i) => (known[i] ? { net: one, minutes: minutes[i] ?? 0 } : null))
}

function ventureRates(ground: Ground, rules: readonly TaxRule[]): Time['ventures'] {
  // Without a rule for all of these months the rate after tax would be one of before it in some.
  const first = ground.months.at(-RATE_MONTHS) ?? ground.months[0]
  const taxed = first !== undefined && taxRuleOf(rules, first) !== undefined
  return ground.ventures.flatMap(({ id, name, work, joy = null }) => {
    const net = netOf(ground, id, (_, whole) => whole)
    const minutes = ground.minutes(id, ['basic', 'paid', 'care'])
    const told = hourlyRate(monthWork(ground, net, minutes))
    const [nets, times] = [net.slice(-RATE_MONTHS), knownOnly(ground, minutes)]
    if (total(nets.map(Math.abs)) === 0 && total(times) === 0) return []
    const mean = (values: readonly number[]) => (values.length === 0 ? 0 : Math.trunc(total(values) / values.length))
    const after = netOf(ground, id, (stream, whole, month) => whole - setAside(rules, { stream: stream.id, month, net: whole }))
    const left = hourlyRate(monthWork(ground, after, minutes))
    const afterTax = taxed && typeof left !== 'string' ? left.rate : null
    const rate = typeof told === 'string' ? null : { ...told, afterTax, of: knownMonths(ground, net, minutes) }
    return [{ venture: id, name, work, joy, rate, noRate: typeof told === 'string' ? told : null, minutes: mean(times), net: mean(nets) }]
  })
}

/** The months that a rate is taken over. */
function knownMonths({ months, known }: Ground, net: readonly Minor[], minutes: readonly number[]) {
  const from = Math.max(0, months.length - RATE_MONTHS)
  return months.flatMap((month, i) => (i >= from && known[i] ? [{ month, net: net[i] ?? 0, minutes: minutes[i] ?? 0 }] : []))
}

function patronageOf(ground: Ground, { enough, sustainable }: { enough: Minor | null; sustainable: number | null }): Time['patronage'] {
  const patronage = ground.streams.filter(({ kind }) => kind === 'patronage')
  if (ground.months.length === 0 || patronage.length === 0) return null
  const net = total(patronage.map((stream) => stream.net.at(-1) ?? 0))
  const funded = enough === null || enough <= 0 || sustainable === null ? null : fundedMinutes(net, enough, sustainable)
  return { net, funded, basic: ground.known.at(-1) ? (every(ground, ['basic']).at(-1) ?? 0) : null }
}

function freeOf(stream: Stream, net: Minor): Minor {
  return partByHours(net, hoursBound(stream)).free
}

function freeShare({ streams, months }: Ground): Time['free'] {
  if (months.length === 0) return null
  const sums = (from: number, to: number) => ({
    free: total(streams.flatMap((stream) => stream.net.slice(from, to).map((net) => freeOf(stream, net)))),
    all: total(streams.flatMap(({ net }) => net.slice(from, to))),
  })
  const middle = Math.max(0, months.length - RATE_MONTHS)
  return { ...sums(middle, months.length), before: middle < RATE_MONTHS ? null : sums(middle - RATE_MONTHS, middle) }
}

/** Money month by month of each stream that brought any, parted by whether it takes hours, with its hours where it does. */
function toldStreams({ streams, ventures }: Ground, work: readonly BoundWork[]): Time['ground']['streams'] {
  const worked = new Map(work.map(({ stream, months }) => [stream, months]))
  const ventureNames = new Map(ventures.map(({ id, name }) => [id, name]))
  return streams
    .filter(({ net }) => net.some((one) => one !== 0))
    .map((stream) => {
      const { id, name, venture, kind, archived, net } = stream
      const parts = net.map((one) => partByHours(one, hoursBound(stream)))
      return {
        stream: id,
        name,
        venture,
        ventureName: ventureNames.get(venture) ?? '',
        kind,
        archived,
        bound: parts.map(({ bound }) => bound),
        free: parts.map(({ free }) => free),
        minutes: worked.get(id)?.map((month) => month?.minutes ?? null) ?? null,
      }
    })
}

/** What goes on can carry: what is archived brings nothing more. */
function ceilingOf({ streams, ventures }: Ground, all: readonly BoundWork[], sustainable: number): NonNullable<Time['ceiling']> {
  const going = new Set(streams.filter(({ archived }) => !archived).map(({ id }) => id))
  const names = new Map(streams.map(({ id, name }) => [id, name]))
  const ventureNames = new Map(ventures.map(({ id, name }) => [id, name]))
  const free = streams.filter(({ id }) => going.has(id)).map((stream) => stream.net.slice(-RATE_MONTHS).map((net) => freeOf(stream, net)))
  const work = all.filter(({ stream }) => going.has(stream))
  const { filled, unrated, ...sums } = ceiling(free, work, sustainable)
  const named = <T extends { stream: number; venture: number }>(one: T) => {
    return { ...one, name: names.get(one.stream) ?? '', ventureName: ventureNames.get(one.venture) ?? '' }
  }
  return { sustainable, ...sums, filled: filled.map(named), unrated: unrated.map(named) }
}

/** Money and time of each stream of a venture that is paid for hours. */
function boundWork(ground: Ground, venture: Venture): BoundWork[] {
  const own = ground.streams
    .filter((stream) => stream.venture === venture.id)
    .map((stream) => ({ stream, net: stream.net.map((net) => partByHours(net, hoursBound(stream)).bound) }))
    .filter(({ net }) => net.some((one) => one !== 0))
  const spent = ground.workMinutes(
    venture,
    own.map(({ stream }) => stream),
  )
  const minutes = partHours(
    own.map(({ stream, net }) => ({ bound: net, named: spent.named.get(stream.id) ?? [] })),
    spent.rest,
  )
  return own.map(({ stream, net }, i) => {
    return { stream: stream.id, venture: venture.id, net: net.slice(-RATE_MONTHS), months: monthWork(ground, net, minutes[i] ?? []) }
  })
}
