import type { Time } from '#contract/time.ts'
import type { CrowdingOut } from '#domain/crowding-out.ts'
import { CROWDING_WEEKS } from '#domain/crowding-out.ts'
import { addDays, type Day } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'
import { numberWord, plural } from '#web/ui/number-words.ts'
import { SUNDAY } from './week-asked.ts'

/** Hours as a number: "31", and under ten "4.5". */
export function hourCount(minutes: number, format: Format): string {
  return format.decimal((minutes / 60).toFixed(Math.abs(minutes) < 600 && minutes % 60 !== 0 ? 1 : 0))
}

/** "31 hours", "1 hour" */
export function hourWords(minutes: number, format: Format): string {
  return plural(minutes / 60, 'hour', { written: hourCount(minutes, format) })
}

/** "16 Nov to 22 Nov" */
export function weekWords(week: Day, format: Format): string {
  return `${format.shortDay(week)} to ${format.shortDay(addDays(week, SUNDAY))}`
}

/** What the page says first: how much of all work was basic. */
export function shareSentence({ share, plan }: Pick<Time, 'share' | 'plan'>, format: Format): string {
  if (!share) return 'Say each week how long you worked, in three numbers, and this page tells what became of your basic work.'
  const weeks = share.known === 4 ? 'The last four weeks' : `${share.known === 2 ? 'Two' : 'Three'} of the last four weeks`
  const part = `${hourCount(share.basic, format)} of ${hourWords(share.all, format)} were basic work`
  return `${weeks}: ${part}, ${format.percent(share.basic / share.all)}. Your floor is ${format.percent(plan.floor / 100)}.`
}

/** Whether basic work keeps to its floor. Never a score: only what was so, and how often. */
export function floorSentence({ share, plan, under, missed }: Pick<Time, 'share' | 'plan' | 'under' | 'missed'>, format: Format): string {
  if (!share) return 'It takes two known weeks of the last four to tell.'
  const floor = format.percent(plan.floor / 100)
  if (missed) return `Basic work was under its floor of ${floor} in ${numberWord(under)} of the last three weeks.`
  if (under > 0) return `Basic work was under its floor of ${floor} in one of the last three weeks.`
  return `Basic work kept to its floor of ${floor} in the last three weeks.`
}

/** How much care of the business each paid hour took. METRICS 14. */
export function careSentence({ care, knownMonths }: Pick<Time, 'care' | 'knownMonths'>, format: Format): string {
  if (care.paid === 0) return ''
  const months = plural(knownMonths, 'month', { written: numberWord(knownMonths) })
  return `For each 10 paid hours there were ${format.decimal(((care.care * 10) / care.paid).toFixed(1))} of care of the business, over ${months}.`
}

/** Basic hours in weeks with more paid ones: together, never because. */
export function crowdingSentence(told: CrowdingOut, format: Format): string {
  if (told.say === 'few') {
    const weeks = plural(told.weeks, 'week is', { written: told.weeks === 0 ? 'no' : numberWord(told.weeks), many: 'weeks are' })
    return `So far ${weeks} known. From ${numberWord(CROWDING_WEEKS.least)} on this looks whether paid and basic hours moved together.`
  }
  if (told.say === 'unclear') {
    return `Over ${told.weeks} weeks basic hours were now more, now fewer in weeks with more paid ones: nothing can be told.`
  }
  const hours = (slope: number) => hourCount(Math.round(Math.abs(slope) * 600), format)
  const [less, more] = [Math.abs(told.low), Math.abs(told.high)].sort((a, b) => a - b)
  const word = told.slope < 0 ? 'fewer' : 'more'
  const range = `(${hours(less ?? 0)} to ${hours(more ?? 0)}, 8 in 10)`
  return `10 more paid hours in a week went together with ${hours(told.slope)} ${word} basic ones ${range}.`
}

/** How many basic hours patrons paid for. */
export function boughtSentence({ patronage, month, enough }: Pick<Time, 'patronage' | 'month' | 'enough'>, format: Format): string {
  if (month === null) return 'The hours that patrons paid for are told of full months; there is none yet.'
  if (!patronage) return 'There is no patronage in this book yet, so nothing of it can be held against your hours.'
  const name = format.longMonth(month)
  if (patronage.funded === null) {
    const what = enough === null ? 'what is enough, and how many hours' : 'below how many hours a month'
    return `Patrons gave ${format.money(patronage.net)} in ${name}. To tell the hours that this pays for, say ${what} you can keep up.`
  }
  const funded = hourCount(patronage.funded, format)
  if (patronage.basic === null) return `Patrons paid for ${hourWords(patronage.funded, format)} in ${name}. How many you did is not known.`
  const basic = hourCount(patronage.basic, format)
  if (patronage.basic === 0) return `Patrons paid for ${hourWords(patronage.funded, format)} in ${name}. You did no basic work then.`
  if (patronage.funded >= patronage.basic)
    return `Patrons paid for all of your ${basic} basic hours in ${name}, and for ${hourCount(patronage.funded - patronage.basic, format)} more.`
  return `Patrons paid for ${funded} of your ${basic} basic hours in ${name}.`
}

/** How far hours can carry. FEATURES N12. */
export function ceilingSentence({ ceiling, enough, month }: Pick<Time, 'ceiling' | 'enough' | 'month'>, format: Format): string {
  if (!ceiling && month === null) return 'How far your hours can carry takes full months of money, and their hours.'
  if (!ceiling) return 'How far your hours can carry takes three full months of which all weeks are known.'
  const reach = `Even fully booked you reach ${format.money(ceiling.total)} in a usual month`
  if (ceiling.filled.length === 0)
    return `A usual month holds ${format.money(ceiling.total)}; no paid work has enough known hours to tell what more of them would bring.`
  if (enough === null) return `${reach}. Say what is enough, and this tells whether that is.`
  if (ceiling.total >= enough)
    return `Fully booked you reach ${format.money(ceiling.total)} in a usual month: enough and ${format.money(ceiling.total - enough)} over.`
  return `${reach}; enough is ${format.money(enough)}. ${format.money(enough - ceiling.total)} must come from something that does not need your hours.`
}

/** How much of the money takes no hours, and how much it was before. */
export function freeSentence({ free }: Pick<Time, 'free'>, format: Format): string {
  if (!free || free.all <= 0) return ''
  const now = format.percent(free.free / free.all)
  const then = free.before && free.before.all > 0 ? format.percent(free.before.free / free.before.all) : now
  return `${now} of your income takes no hours${then === now ? '' : `; in the six months before it was ${then}`}.`
}
