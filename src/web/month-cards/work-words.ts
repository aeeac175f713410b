import type { MonthPage } from '#contract/income.ts'
import type { Time } from '#contract/time.ts'
import { minutesIn, type KindMinutes } from '#domain/check-in.ts'
import { lensTag } from '#web/lens/lens.ts'
import { monthName } from '#web/month/sentence.ts'
import { hourCount, hourWords } from '#web/time/words.ts'
import type { Format } from '#web/ui/format.ts'

type Told = Pick<MonthPage, 'month' | 'today' | 'running' | 'lens' | 'total'>

/** Hours of the month shown, each kind in whole hours, so that what is told adds up; undefined where none are known. */
export function hoursOf(page: Pick<Told, 'month'>, time: Pick<Time, 'months'>): Time['months'][number] | undefined {
  const found = time.months.find(({ month }) => month === page.month)
  if (!found) return undefined
  const whole = (minutes: number) => Math.round(minutes / 60) * 60
  const hours = { ...found, basic: whole(found.basic), paid: whole(found.paid), care: whole(found.care) }
  return minutesIn(hours) > 0 ? hours : undefined
}

/** What is said where no hours of the month are known. */
export function noHoursSentence(page: Pick<Told, 'month' | 'today'>, time: Pick<Time, 'months'>, format: Format): string {
  if (time.months.length === 0) return 'No hours yet.'
  return `No hours are known of ${monthName(page.month, page.today, format)}.`
}

/** How much of the month's work was basic, beside its floor. */
export function basicSentence(hours: KindMinutes, { plan }: Pick<Time, 'plan'>, format: Format): string {
  const all = minutesIn(hours)
  const part = `${hourCount(hours.basic, format)} of ${hourWords(all, format)} were basic work, ${format.percent(hours.basic / all)}`
  return `${part}. Your floor is ${format.percent(plan.floor / 100)}.`
}

/** Which month, and through which lens where money is told. */
export function workTag(page: Told, hours: Time['months'][number], format: Format): string {
  const money = hours.known && boughtWithSentence(page, hours, format) !== ''
  return money ? `${format.month(page.month)}, ${lensTag(page.lens)}` : format.month(page.month)
}

/** The month's money beside its paid hours: only where all of them are known, and never of money that is not there yet. */
export function boughtWithSentence(page: Told, hours: Time['months'][number], format: Format): string {
  const name = monthName(page.month, page.today, format)
  if (!hours.known) return page.running ? 'So far, from the weeks that you said.' : `Not all weeks of ${name} are known.`
  const minutes = hours.paid + hours.care
  if (minutes === 0 || page.lens === 'dependable' || page.total.net <= 0) return ''
  const each = Math.trunc((page.total.net * 60) / minutes)
  return `${format.money(page.total.net)} came with ${hourWords(minutes, format)} of paid work and its care: ${format.money(each)} for each.`
}
