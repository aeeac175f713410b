import type { Plans } from '#contract/plan.ts'
import { pooledHazard, USUAL_LEAVING } from '#domain/churn.ts'
import { median } from '#domain/income.ts'
import { net, type Minor } from '#domain/money.ts'
import { addMonths, dayOfMonth, monthOf, monthRange, monthsBetween, type Day } from '#domain/month.ts'
import { losses } from '#domain/movement.ts'
import { renewals } from '#domain/renewal.ts'
import { monthlyOf, standings } from '#domain/standing-gifts.ts'
import { notThere } from '#http/problem.ts'
import { platformName } from '#platforms/registry.ts'
import type { Book, Storage } from '#storage/storage.ts'
import { agreedAnswers } from './agreed-facts.ts'
import { fullMonths, type FullMonths } from './full-months.ts'
import type { Handlers } from './handle.ts'
import { laterMoney } from './month.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

type Names = 'plans' | 'setBuffer' | 'removeBuffer' | 'addScenario' | 'setScenario' | 'removeScenario'

/** Patrons that are told by name: those whose loss would be felt. */
const TOLD = 24
/** Months whose payments tell what a patron brings; the forecast draws from no older ones. */
const LOOKED_BACK = 18
/** Months ahead in which a payment of a year is due again. */
const YEARLY = 13
/** Months at whose ends it is seen who left. */
const COMPARED = 24
/** A payment of a year still stands a month, and its grace, after it. */
const STANDS_AT_MOST = 14

/** Answers what is kept and planned, and takes changes of it. */
export function planHandlers(parts: Parts): Handlers<Names> {
  const { storage } = parts
  return {
    plans: ({ book }) => plans(parts, book),
    async setBuffer({ book, body }) {
      await storage.write(book.id, (writer) => writer.setBuffer(body))
      return body
    },
    async removeBuffer({ book }) {
      await storage.write(book.id, (writer) => writer.setBuffer(null))
      return null
    },
    addScenario: ({ book, body }) => storage.write(book.id, (writer) => writer.addScenario(body)),
    async setScenario({ book, params, body }) {
      await mustHave(storage, book, params.scenario)
      const scenario = { id: params.scenario, ...body }
      await storage.write(book.id, (writer) => writer.setScenario(scenario))
      return scenario
    },
    async removeScenario({ book, params }) {
      await mustHave(storage, book, params.scenario)
      await storage.write(book.id, (writer) => writer.removeScenario(params.scenario))
      return null
    },
  }
}

async function mustHave(storage: Storage, book: Book, scenario: number): Promise<void> {
  if (!(await storage.scenarios(book.id)).some(({ id }) => id === scenario)) throw notThere('this scenario')
}

async function plans(parts: Parts, book: Book): Promise<Plans> {
  const { storage, clock } = parts
  const today = todayOf(book, clock)
  const full = await fullMonths(storage, book, today)
  const known = new Map((await storage.streams(book.id)).map((stream) => [stream.id, stream]))
  // Of an archived stream nothing more is expected, so nothing can be changed about it.
  const open = full.streams.filter(({ archived }) => !archived)
  const streams = open.map(({ stream }) => {
    const { venture = 0, platform = '' } = known.get(stream) ?? {}
    return { stream, venture, platform }
  })
  const used = new Set(streams.map(({ venture }) => venture))
  return {
    buffer: await storage.buffer(book.id),
    scenarios: await storage.scenarios(book.id),
    agreed: await agreedAnswers(parts, book),
    ventures: (await storage.ventures(book.id)).filter(({ id }) => used.has(id)).map(({ id, name }) => ({ venture: id, name })),
    streams,
    patrons: await patronsOf(storage, book, { full, today }),
    fees: await feesOf(storage, book, { streams, today }),
    ...(await giftsOf(storage, book, { full, today })),
    paidAhead: await laterMoney(storage, book, monthOf(today)),
  }
}

interface Known {
  full: FullMonths
  today: Day
}

/**
 * Who brought the most in the last twelve full months, with what each brought by stream and month: of those who still stand, as
 * they brought something in the newest of them or a payment of theirs is due again. Nobody can stop who has stopped.
 */
async function patronsOf(storage: Storage, book: Book, { full, today }: Known): Promise<Plans['patrons']> {
  const running = monthOf(today)
  const since = dayOfMonth(addMonths(running, -LOOKED_BACK), 1)
  const open = new Set(full.streams.flatMap(({ stream, archived }) => (archived ? [] : [stream])))
  const found = new Map<string, Plans['patrons'][number]>()
  const patron = (key: string, name: string | null) => {
    const one = found.get(key) ?? { patron: key, name: key, yearly: 0, parts: [] }
    found.set(key, one)
    if (name) one.name = name
    return one
  }
  for (const { patron: key, name, stream, month, net: sum } of await storage.payerMonths(book.id, since)) {
    const at = full.first === null ? -1 : monthsBetween(full.first, month)
    if (at < 0 || month >= running || !open.has(stream)) continue
    const one = patron(key, name)
    if (month >= addMonths(running, -12)) one.yearly += sum
    let part = one.parts.find((each) => each.stream === stream)
    if (!part) one.parts.push((part = { stream, net: full.months.map(() => 0) }))
    part.net[at] = sum
  }
  const long = await storage.longPayments(book.id, since)
  for (const { patron: key, name, stream, day, net: sum, back } of long) {
    if (key !== null && open.has(stream) && monthOf(day) < running && day >= dayOfMonth(addMonths(running, -12), 1))
      patron(key, name).yearly += sum - back
  }
  const due = new Set(renewals(long, { running, horizon: YEARLY }).due.map(({ patron: key }) => key))
  const stands = ({ patron: key, parts }: Plans['patrons'][number]) =>
    due.has(key) || parts.reduce((sum, { net: months }) => sum + (months.at(-1) ?? 0), 0) > 0
  const sorted = [...found.values()].filter((one) => one.yearly > 0 && stands(one))
  return sorted.toSorted((a, b) => b.yearly - a.yearly || (a.patron < b.patron ? -1 : 1)).slice(0, TOLD)
}

interface Placed {
  streams: Plans['streams']
  today: Day
}

/** What platforms took of what was paid in the last twelve full months; those that took nothing of nothing are left out. */
async function feesOf(storage: Storage, book: Book, { streams, today }: Placed): Promise<Plans['fees']> {
  const running = monthOf(today)
  const platformOf = new Map(streams.map(({ stream, platform }) => [stream, platform]))
  const sums = new Map<string, { gross: Minor; fees: Minor; net: Minor }>()
  for (const { stream, home } of await storage.months(book.id, 'cash', { from: addMonths(running, -12), to: addMonths(running, -1) })) {
    const platform = platformOf.get(stream)
    if (!platform || !home) continue
    const sum = sums.get(platform) ?? { gross: 0, fees: 0, net: 0 }
    sums.set(platform, { gross: sum.gross + home.gross, fees: sum.fees + home.fees, net: sum.net + net(home) })
  }
  return [...sums]
    .map(([platform, sum]) => ({ platform, name: platformName(platform), ...sum }))
    .filter(({ gross, net: left }) => gross > 0 && left > 0)
    .sort((a, b) => b.gross - a.gross)
}

/** What a patron usually gives a month, and how often one leaves, as the Patrons page reckons it. */
async function giftsOf(storage: Storage, book: Book, { full, today }: Known): Promise<Pick<Plans, 'gift' | 'leaving'>> {
  const last = addMonths(monthOf(today), -1)
  const patronage = full.streams.filter(({ kind }) => kind === 'patronage').map(({ stream }) => stream)
  const since = dayOfMonth(addMonths(last, -COMPARED - STANDS_AT_MOST), 1)
  const payments = patronage.length > 0 ? await storage.patronPayments(book.id, patronage, since) : []
  const rows = [...standings(payments, monthRange(addMonths(last, -COMPARED), last), today).values()]
  const { gone, patronMonths } = losses(rows)
  return {
    gift: median(rows.map((row) => monthlyOf(row.at(-1))).filter((gift) => gift > 0)),
    leaving: Math.trunc(pooledHazard(gone, patronMonths, (await storage.leaving(book.id)) ?? USUAL_LEAVING) * 1_000),
  }
}
