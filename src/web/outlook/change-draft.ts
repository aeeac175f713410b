import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import type { Change } from '#domain/what-if.ts'
import { nextMonth } from './count-on-words.ts'
import { wagesOf } from './outlook-question.ts'

/** A change as it is being typed. */
export interface ChangeDraft {
  kind: Change['kind']
  /** The venture, patron, stream or platform that is chosen. */
  which: string
  /** Minor units of the home currency; undefined while nothing readable stands there. */
  amount: number | undefined
  /** A count, a number of days or a percentage, as typed. */
  number: string
  from: string
}

const KINDS: readonly Change['kind'][] = ['venture', 'patron', 'patrons', 'job', 'fee', 'days']

/** What a form begins with. */
export function draftOf(asked: string, outlook: Outlook, plans: Plans): ChangeDraft {
  const kind = KINDS.find((one) => one === asked) ?? 'patrons'
  const empty = { kind, which: '', amount: undefined, number: '', from: nextMonth(outlook) }
  switch (kind) {
    case 'venture':
      return { ...empty, which: String(plans.ventures[0]?.venture ?? '') }
    case 'patron':
      return { ...empty, which: plans.patrons[0]?.patron ?? '' }
    case 'patrons':
      return { ...empty, number: '5', amount: plans.gift ?? undefined }
    case 'job':
      return { ...empty, which: String(wagesOf(outlook)[0]?.stream ?? 'new') }
    case 'fee':
      return { ...empty, which: plans.fees[0]?.platform ?? '' }
    case 'days':
      return { ...empty, number: '3' }
  }
}

/** The change that a draft says; undefined while it says none. */
export function readDraft({ kind, which, amount, number, from }: ChangeDraft): Change | undefined {
  const typed = /^\d{1,4}([.,]\d)?$/.test(number.trim()) ? Number(number.trim().replace(',', '.')) : undefined
  switch (kind) {
    case 'venture':
      return which === '' ? undefined : { kind, venture: Number(which) }
    case 'patron':
      return which === '' ? undefined : { kind, patron: which }
    case 'patrons':
      return isCount(typed, 1_000) && amount !== undefined && amount > 0 ? { kind, count: typed, each: amount } : undefined
    case 'job':
      return jobOf({ which, amount, from })
    case 'fee':
      return which === '' || typed === undefined || typed > 100 ? undefined : { kind, platform: which, share: Math.round(typed * 10) }
    case 'days':
      return isCount(typed, 366) ? { kind, days: typed } : undefined
  }
}

/** A job that is there may end; one that is not there yet brings something. */
function jobOf({ which, amount, from }: Pick<ChangeDraft, 'which' | 'amount' | 'from'>): Change | undefined {
  const stream = which === 'new' ? null : Number(which)
  const isSaid = amount !== undefined && (stream === null ? amount > 0 : amount >= 0)
  return isSaid ? { kind: 'job', stream, monthly: amount, from } : undefined
}

function isCount(typed: number | undefined, most: number): typed is number {
  return typed !== undefined && Number.isInteger(typed) && typed >= 1 && typed <= most
}
