import type { KeptBuffer } from '#contract/plan.ts'
import { paidDaysOff } from '#domain/buffer.ts'
import { bufferMarks, costOfDays, monthsOfEnough } from '#domain/kept-buffer.ts'
import type { Minor } from '#domain/money.ts'
import type { Format } from '#web/ui/format.ts'
import { capital, plural } from '#web/ui/number-words.ts'
import { lossText } from './chance-words.ts'

export interface BufferFacts {
  buffer: Pick<KeptBuffer, 'amount' | 'least'>
  /** What is enough in the next month. */
  enough: Minor
  /** What can be counted on in it; null under six full months. */
  dependable: Minor | null
  /** The buffer that keeps up enough for a year in 9 of 10 cases; null under six full months. */
  goal: Minor | null
}

/** What may be spent of the buffer: what lies above that which must stay. */
export function spendableOf({ amount, least }: BufferFacts['buffer']): Minor {
  return Math.max(0, amount - least)
}

/** For how long the buffer makes up for what cannot be counted on; what must stay makes up for nothing. */
export function lastsSentence({ buffer, enough, dependable }: BufferFacts, format: Format): string {
  const spendable = spendableOf(buffer)
  if (buffer.least > 0 && spendable === 0) {
    const under = buffer.least - buffer.amount
    return under === 0
      ? 'All of it must stay, so none of it makes up for a poor month.'
      : `It is ${format.money(under)} under what must stay, so none of it makes up for a poor month.`
  }
  const part = buffer.least === 0 ? 'it' : `what may be spent of it, ${format.money(spendable)},`
  const alone = `${monthsText(spendable / enough, format)} of enough by itself`
  if (dependable === null) return `${capital(part)} is ${alone}.`
  const months = monthsOfEnough(spendable, { enough, dependable })
  if (months === null)
    return `What you can count on is enough by itself, so the buffer lasts for as long as that holds. ${capital(part)} is ${alone}.`
  const whole = buffer.least === 0 ? null : monthsOfEnough(buffer.amount, { enough, dependable })
  const told = monthsText(months, format)
  const beside = dependable < 0 ? `where each month loses ${lossText(dependable, format)}` : 'together with what you can count on'
  if (whole === null) return `${capital(beside)} it makes ${told} of enough; it is ${alone}.`
  return `${capital(part)} makes ${told} of enough ${beside}; it is ${alone}. With what must stay it would be ${oneDecimal(whole, format)}.`
}

function monthsText(value: number, format: Format): string {
  const written = oneDecimal(value, format)
  return plural(written === format.count(1) ? 1 : 2, 'month', { written })
}

function oneDecimal(value: number, format: Format): string {
  return format.decimal(value.toFixed(value < 10 ? 1 : 0))
}

/** What the buffer lacks to keep up enough for a year, or that it lacks nothing. */
export function goalSentence({ buffer, goal }: BufferFacts, format: Format): string | undefined {
  if (goal === null) return undefined
  if (goal === 0) return 'You need none: what comes keeps up enough for a year in 9 of 10 cases.'
  const aim = `${format.money(goal)} would keep up enough for a year in 9 of 10 cases`
  return buffer.amount >= goal ? `${aim}: you have it.` : `${aim}: ${format.money(goal - buffer.amount)} to go.`
}

/** Whole paid days off that are earned. */
export function earnedDays({ buffer, enough }: BufferFacts): number {
  return Math.floor(paidDaysOff({ buffer: buffer.amount, floor: buffer.least, enough }) / 10)
}

/** "You have earned 12 paid days off." */
export function daysSentence(facts: BufferFacts, format: Format): string {
  const days = earnedDays(facts)
  if (days > 0) return `You have earned ${plural(days, 'paid day', { written: format.count(days) })} off.`
  const { buffer, enough } = facts
  const above = spendableOf(buffer)
  if (above === 0) return `No paid day off yet: one is ${format.money(costOfDays(1, enough))}, and nothing lies above what must stay.`
  return `No whole paid day off yet: one is ${format.money(costOfDays(1, enough))}, and ${format.money(above)} lies above what must stay.`
}

interface TakenFacts {
  days: number
  cost: Minor
  /** Steady pay before and after; null under six full months. */
  pay: { before: Minor; after: Minor } | null
}

/** That days off are planned: what they take from the buffer, and what is left to pay oneself. */
export function takenText({ days, cost, pay }: TakenFacts, format: Format): string {
  const taken = `${plural(days, 'day', { written: format.count(days) })} off planned: ${format.money(cost)} less in the buffer.`
  if (pay === null) return taken
  const [before, after] = [pay.before, pay.after].map((amount) => format.money(amount, { round: 'down' }))
  return `${taken} Steady pay ${after === before ? `${after} a month as before` : `${after} instead of ${before} a month`}.`
}

/** A mark on the bar of the buffer. */
export interface BufferMark {
  label: string
  amount: Minor
  /** From the left, in percent. */
  x: number
  /** Whether its name has room beside the others. */
  named: boolean
}

/** What the mark of one's own goal is called: it is named above the bar, all others below it. */
export const GOAL = 'your goal'
/** Room that the name of a mark takes on the smallest phone, in percent of the bar. */
const ROOM = 20

/** The bar of the buffer: how far it reaches, what of it must stay, and the marks it is held against. */
export function bufferBar({ buffer, enough, goal }: BufferFacts): { filled: number; least: number; marks: BufferMark[] } {
  const { sixWeeks, threeMonths, sixMonths } = bufferMarks(enough)
  const whole = Math.max(sixMonths, goal ?? 0, buffer.amount) * 1.06
  const at = (amount: Minor) => Math.min(100, (amount / whole) * 100)
  const marks = [
    { label: '6 weeks', amount: sixWeeks },
    { label: '3 months', amount: threeMonths },
    { label: '6 months', amount: sixMonths },
    ...(goal !== null && goal > 0 ? [{ label: GOAL, amount: goal }] : []),
  ]
  // Half a year is always named, a smaller mark where its name has room before the next larger one.
  const hasRoom = (amount: Minor) => amount === sixMonths || at(amount * 2) - at(amount) >= ROOM
  return {
    filled: at(buffer.amount),
    least: at(Math.min(buffer.least, buffer.amount)),
    marks: marks.map((mark) => ({ ...mark, x: at(mark.amount), named: mark.label === GOAL || hasRoom(mark.amount) })),
  }
}
