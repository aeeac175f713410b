import type { EntryKind } from './entry.ts'
import { folded } from './fold.ts'
import type { Minor } from './money.ts'
import { addDays, dayNumber, type Day } from './month.ts'
import { MONTHS_OF, type Pledge, type PledgeLink } from './pledge.ts'
import { dueDay, GRACE_DAYS } from './pledge-standing.ts'

/** A ledger line that may pay a pledge. */
export interface Payment {
  stream: number
  key: string
  kind: EntryKind
  day: Day
  gross: Minor
  currency: string
  name?: string
}

/** A pledge with the book's day on which it was made. */
export interface PledgeToMatch {
  pledge: Pick<Pledge, 'id' | 'amount' | 'currency' | 'rhythm' | 'cancelled'> & { patron: Pick<Pledge['patron'], 'name'> }
  made: Day
}

export interface Proposal<P extends Payment> {
  pledge: string
  payment: P
  /** Why it may be, in plain words. */
  reasons: string[]
}

const idOf = ({ stream, key }: Pick<Payment, 'stream' | 'key'>): string => `${stream}.${key}`

/** What was decided of pledges and lines. */
export interface Decisions {
  /** Whether the owner said that this line pays this pledge; undefined where nothing was said. */
  said(pledge: string, line: Pick<Payment, 'stream' | 'key'>): boolean | undefined
}

export function decisionsOf(links: readonly PledgeLink[]): Decisions {
  const said = new Map(links.map((link) => [`${link.pledge} ${idOf(link)}`, link.paid]))
  return { said: (pledge, line) => said.get(`${pledge} ${idOf(line)}`) }
}

/**
 * The lines that pay each pledge, by its id: those that bear its exact reference unless the owner said no, and those of which the
 * owner said yes. A line pays one pledge only: what the owner said stands before a reference.
 */
export function linkedLines<P extends Payment>(
  byReference: readonly { reference: string; line: P }[],
  byOwner: readonly { pledge: string; line: P }[],
  { pledges, decisions }: { pledges: readonly Pick<Pledge, 'id' | 'reference'>[]; decisions: Decisions },
): Map<string, P[]> {
  const idByReference = new Map(pledges.map(({ id, reference }) => [reference, id]))
  const derived = byReference.flatMap(({ reference, line }) => {
    const pledge = idByReference.get(reference)
    return pledge !== undefined && decisions.said(pledge, line) !== false ? [{ pledge, line }] : []
  })
  const taken = new Set<string>()
  const linked = new Map<string, P[]>(pledges.map(({ id }) => [id, []]))
  for (const { pledge, line } of [...byOwner, ...derived]) {
    if (line.kind !== 'payment' || taken.has(idOf(line))) continue
    taken.add(idOf(line))
    linked.get(pledge)?.push(line)
  }
  return linked
}

/**
 * Payments that may pay a pledge: of the very amount and currency, near a day on which it is due, and under a like name. Where one of
 * the two bears no name, only what can be nobody else's is proposed. Nothing of this is linked until the owner says so.
 */
export function proposalsFor<P extends Payment>(pledges: readonly PledgeToMatch[], payments: readonly P[]): Proposal<P>[] {
  const byAmount = Map.groupBy(payments, ({ currency, gross }) => `${currency} ${gross}`)
  const fitting = pledges.flatMap((one) => {
    const near = (byAmount.get(`${one.pledge.currency} ${one.pledge.amount}`) ?? []).filter((payment) => isDue(one, payment.day))
    return near.map((payment) => ({ one, payment, likeness: likeness(one.pledge.patron.name, payment.name ?? '') }))
  })
  const countBy = (name: (fit: (typeof fitting)[number]) => string) => Map.groupBy(fitting, name)
  const ofPayment = countBy(({ payment }) => idOf(payment))
  const ofPledge = countBy(({ one }) => one.pledge.id)
  const isOnly = ({ one, payment }: (typeof fitting)[number]): boolean =>
    ofPayment.get(idOf(payment))?.length === 1 && ofPledge.get(one.pledge.id)?.length === 1
  return fitting
    .filter((fit) => fit.likeness === 'same' || (fit.likeness === 'unknown' && isOnly(fit)))
    .map(({ one, payment, likeness: like }) => ({ pledge: one.pledge.id, payment, reasons: reasons(one, payment, like) }))
}

type Likeness = 'same' | 'unknown' | 'different'

function reasons({ made, pledge }: PledgeToMatch, payment: Payment, like: Likeness): string[] {
  const { due, away } = nearestDue(made, pledge.rhythm, payment.day)
  const when = away === 0 ? `on ${due}, the day it was due` : `${count(Math.abs(away), 'day')} ${away > 0 ? 'after' : 'before'} it was due`
  const who = like === 'same' ? 'the name is alike' : 'no other payment fits, and it fits no other pledge'
  return ['the amount is the same', when, who]
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`
}

/** Words of a name that tell one person from another: without accents, titles' dots and words of one letter. */
function words(name: string): Set<string> {
  const plain = folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
  return new Set(plain)
}

/** Whether every word of the shorter name stands in the longer one: "Ada L. Berg" is "BERG, ADA". */
function likeness(a: string, b: string): Likeness {
  const [shorter, longer] = [words(a), words(b)].toSorted((one, other) => one.size - other.size)
  if (!shorter || !longer || shorter.size === 0) return 'unknown'
  return [...shorter].every((word) => longer.has(word)) ? 'same' : 'different'
}

function isDue({ made, pledge }: PledgeToMatch, day: Day): boolean {
  if (day < addDays(made, -GRACE_DAYS)) return false
  if (pledge.cancelled !== null && day > addDays(pledge.cancelled.slice(0, 10), GRACE_DAYS)) return false
  return Math.abs(nearestDue(made, pledge.rhythm, day).away) <= GRACE_DAYS
}

/** The due day that lies nearest to a day, and how many days after it that is; negative before it. */
function nearestDue(made: Day, rhythm: Pledge['rhythm'], day: Day): { due: Day; away: number } {
  const step = MONTHS_OF[rhythm]
  const away = (due: Day): number => dayNumber(day) - dayNumber(due)
  if (step === null) return { due: made, away: away(made) }
  let n = 0
  while (Math.abs(away(dueDay(made, step, n + 1))) <= Math.abs(away(dueDay(made, step, n)))) n += 1
  return { due: dueDay(made, step, n), away: away(dueDay(made, step, n)) }
}
