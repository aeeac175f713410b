import type { MonthPage } from '#contract/income.ts'
import { unsureText } from '#web/outlook/chance-words.ts'
import type { Format } from '#web/ui/format.ts'
import { capital } from '#web/ui/number-words.ts'

type Told = Pick<MonthPage, 'total' | 'target' | 'running' | 'dependable'>

/** Whether the lens tells nothing of the month yet: then there is no amount, and 0 would be one. */
export function isUntold({ lens, dependable }: Pick<MonthPage, 'lens' | 'dependable'>): boolean {
  return lens === 'dependable' && !dependable
}

/** What stands in place of the bar of a month of which nothing is told. */
export function untoldText({ target }: Pick<MonthPage, 'target'>, format: Format): string {
  const held = 'there is nothing yet to hold against it'
  return target ? `${format.money(target.enough)} is enough; ${held}.` : 'What can be counted on is not known yet.'
}

/** The first sentence of a month in the dependable lens. The money is not there, so it is never green. */
export function dependableHero({ total, target, running, dependable }: Told, name: string, format: Format) {
  const can = running ? 'You can count on' : 'You could count on'
  if (!dependable)
    return { before: `Too early to say what you ${running ? 'can' : 'could'} count on in ${name}.`, strong: '', enough: false }
  const low = total.net
  if (low <= 0) return { before: `Nothing ${running ? 'is' : 'was'} sure in ${name}.`, strong: '', enough: false }
  if (target && low >= target.enough) return { before: `${can} `, strong: `enough in ${name}.`, enough: false }
  // At least so much: rounded down, and what is missing up, so that they add up.
  const amount = format.money(low, { round: 'down' })
  if (!target) return { before: `${can} ${amount} in ${name}.`, strong: '', enough: false }
  const short = format.money(target.enough - low, { round: 'up' })
  return { before: `${can} ${amount} in ${name}, `, strong: `${short} under enough.`, enough: false }
}

/** What stands behind it: how sure it is, and when and from what it was said. */
export function dependableLead({ dependable, running }: Told, format: Format): string[] {
  if (!dependable) return ['It takes six full months before a month to say it.']
  const { low, high, basis, made } = dependable
  const months = `${format.count(basis)} full ${basis === 1 ? 'month' : 'months'}`
  const sure = low > 0 ? `At least ${format.money(low, { round: 'down' })} in 9 of 10 cases` : capital(unsureText(low, format))
  const band = `${sure}; 8 in 10 lie between ${format.money(low, { round: 'down' })} and ${format.money(high)}.`
  if (made !== null) return [band, `Promised on ${format.day(made)}, from ${months} before it.`]
  const said = running ? 'lets expect' : 'would have let expect'
  return [band, `Nothing was promised then: this is what the ${months} before it ${basis === 1 ? said : said.replace('lets', 'let')}.`]
}
