import type { KeptBuffer } from '#contract/plan.ts'
import { paidDaysOff } from '#domain/buffer.ts'
import { bufferMarks, costOfDays, monthsOfEnough } from '#domain/kept-buffer.ts'
import type { Minor } from '#domain/money.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'

export interface BufferFacts {
  buffer: Pick<KeptBuffer, 'amount' | 'least'>
  /** What is enough in the next month. */
  enough: Minor
  /** What can be counted on in it; null under six full months. */
  dependable: Minor | null
  /** The buffer that keeps up enough for a year in 9 of 10 cases; null under six full months. */
  goal: Minor | null
}

/** For how long the buffer makes up for what cannot be counted on. */
export function lastsSentence({ buffer, enough, dependable }: BufferFacts, format: Format): string {
  const alone = `${oneDecimal(buffer.amount / enough, format)} months of enough by itself`
  if (dependable === null) return `It is ${alone}.`
  const months = monthsOfEnough(buffer.amount, { enough, dependable })
  if (months === null) return `What you can count on is enough by itself, so the buffer lasts for as long as that holds. It is ${alone}.`
  return `Together with what you can count on it makes ${oneDecimal(months, format)} months of enough; it is ${alone}.`
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
  const above = Math.max(0, buffer.amount - buffer.least)
  return `No whole paid day off yet: one is ${format.money(costOfDays(1, enough))}, and ${format.money(above)} lies above what must stay.`
}

/** A mark on the bar of the buffer. */
export interface BufferMark {
  label: string
  amount: Minor
  /** From the left, in percent. */
  x: number
}

/** The bar of the buffer: how far it reaches, what of it must stay, and the marks it is held against. */
export function bufferBar({ buffer, enough, goal }: BufferFacts): { filled: number; least: number; marks: BufferMark[] } {
  const { sixWeeks, threeMonths, sixMonths } = bufferMarks(enough)
  const whole = Math.max(sixMonths, goal ?? 0, buffer.amount) * 1.06
  const at = (amount: Minor) => Math.min(100, (amount / whole) * 100)
  const marks = [
    { label: '6 weeks', amount: sixWeeks },
    { label: '3 months', amount: threeMonths },
    { label: '6 months', amount: sixMonths },
    ...(goal !== null && goal > 0 ? [{ label: 'your goal', amount: goal }] : []),
  ]
  return {
    filled: at(buffer.amount),
    least: at(Math.min(buffer.least, buffer.amount)),
    marks: marks.map((mark) => ({ ...mark, x: at(mark.amount) })),
  }
}
