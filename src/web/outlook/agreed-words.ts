import type { Agreed, AgreedBody } from '#contract/agreed.ts'
import type { Plans } from '#contract/plan.ts'
import { AGREED_CHANCE, awaitedUntil, dueMonth, SURENESS, type Sureness } from '#domain/agreed-income.ts'
import type { Minor } from '#domain/money.ts'
import { isDay, type Month } from '#domain/month.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'
import { likelyOf } from './outlook-words.ts'

/** How sure something is, in the words of the form. */
const SURENESS_WORDS: Readonly<Record<Sureness, string>> = { signed: 'Signed', agreed: 'Agreed in words' }

/** The choices of how sure something is, with how often it is then drawn. */
export function surenessChoices(format: Format): { value: Sureness; label: string }[] {
  return SURENESS.map((value) => ({ value, label: `${SURENESS_WORDS[value]}: in ${chanceText(value, format)} of draws` }))
}

function chanceText(sureness: Sureness, format: Format): string {
  return format.share(AGREED_CHANCE[sureness] * 10)
}

/** What is still awaited: it has not arrived, and was not missed. */
export function awaitedOf(agreed: Plans['agreed']): Agreed[] {
  return agreed.filter(({ standing }) => standing !== 'arrived' && standing !== 'missed')
}

/** What is agreed and has not arrived, in sentences; the first is the answer. */
export function agreedSentences(agreed: Plans['agreed'], format: Format): string[] {
  const awaited = awaitedOf(agreed)
  if (awaited.length === 0) {
    return [
      agreed.length === 0
        ? 'Nothing is entered yet. An invoice that is out or a grant that is agreed tells more of its month than the past does.'
        : 'Nothing more is awaited.',
    ]
  }
  const sum = awaited.reduce((all, { home }) => all + (home ?? 0), 0)
  const thisMonth = awaited.filter(({ standing }) => standing !== 'ahead').length
  return [
    `${format.money(sum)} is agreed and has not arrived, in ${plural(awaited.length, 'payment', { written: format.count(awaited.length) })}.`,
    'It is no income before it arrives; the months ahead count on it as far as it is sure.',
    ...(thisMonth === 0 ? [] : ['What is due this month is in no month ahead.']),
  ]
}

/** What was agreed, of whom, and for when; of what is past its month `agreedHint` tells when it was due. */
export function agreedText({ streamName, amount, currency, due, standing }: Agreed, format: Format): string {
  const when = standing === 'late' || standing === 'missed' ? '' : `, due ${dueText(due, format)}`
  return `${streamName}: ${format.exact(amount, currency)}${when}`
}

function dueText(due: string, format: Format): string {
  return isDay(due) ? `on ${format.day(due)}` : `in ${format.month(due)}`
}

/** How it stands, how sure it is, and what it is worth. */
export function agreedHint(item: Agreed, format: Format): string {
  const month = format.month(dueMonth(item))
  const standing = {
    ahead: [],
    now: [],
    arrived: [],
    late: [`was due in ${month} and has not arrived; awaited until ${format.day(awaitedUntil(item))}`],
    missed: [`was due in ${month}, did not arrive; no longer drawn`],
  }[item.standing]
  const sure = item.standing === 'missed' || item.standing === 'arrived' ? [] : [surenessText(item.sureness, format)]
  const worth =
    item.currency === format.currency
      ? []
      : [item.home === null ? 'has no rate, so it is not drawn' : `about ${format.money(item.home)} at today’s rate, an estimate`]
  return [...standing, ...sure, ...worth, ...(item.note === '' ? [] : [item.note])].join(' · ')
}

function surenessText(sureness: Sureness, format: Format): string {
  return `${SURENESS_WORDS[sureness].toLowerCase()}, in ${chanceText(sureness, format)} of draws`
}

/** The line that may be it. */
export function offerText({ day, amount, currency }: NonNullable<Agreed['offered']>, format: Format): string {
  return `Arrived? ${format.exact(amount, currency)} came on ${format.day(day)}.`
}

/** The same facts to be sent again: to be changed, or put back. */
export function bodyOf({ stream, due, amount, currency, note, sureness, entered, arrived }: Agreed): AgreedBody {
  return { stream, due, amount, currency, note, sureness, entered, arrived }
}

/** What was typed in, and what of it cannot be. */
export interface AgreedDraft {
  stream: string
  month: Month
  day: string
  amount: Minor | undefined
  currency: string
  sureness: Sureness
  note: string
}

/** The facts of a draft; undefined while something of it cannot be. */
export function readAgreed(draft: AgreedDraft): AgreedBody | undefined {
  const { stream, month, amount, currency, sureness, note } = draft
  const due = draftDue(draft)
  if (stream === '' || amount === undefined || amount < 1 || due === undefined) return undefined
  return { stream: Number(stream), due: due ?? month, amount, currency, sureness, note: note.trim(), arrived: null }
}

/** The day that is typed, null for none, undefined for one that its month has not. */
export function draftDue({ month, day }: Pick<AgreedDraft, 'month' | 'day'>): string | null | undefined {
  if (day.trim() === '') return null
  const due = `${month}-${day.trim().padStart(2, '0')}`
  return isDay(due) ? due : undefined
}

/** What is agreed, opened: each amount by how sure it is. */
export function agreedFigure(agreed: Plans['agreed'], format: Format): DerivedFigure {
  const counted = awaitedOf(agreed).flatMap((item) => (item.home === null ? [] : [{ ...item, home: item.home }]))
  const likely = (item: (typeof counted)[number]) => likelyOf({ amount: item.home, chance: AGREED_CHANCE[item.sureness] })
  const sum = counted.reduce((all, item) => all + item.home, 0)
  const all = counted.reduce((total, item) => total + likely(item), 0)
  return {
    title: 'Agreed and not arrived, cash, net',
    figure: `${format.exact(sum)}, likely ${format.exact(all)}`,
    formula: `Each amount, in another currency at today’s rate, comes in ${chanceText('signed', format)} of draws where it is signed and in ${chanceText('agreed', format)} where it is agreed in words. In a draw in which it comes, its stream brings that month the larger of what is agreed and the single payments that are drawn of it; what recurs goes on beside it.`,
    inputs: [
      { label: 'Agreed and not arrived', value: format.exact(sum) },
      { label: 'Amounts × how sure they are', value: format.exact(all) },
    ],
    leftOut: [
      'What arrived: it is income, and in the ledger.',
      'What was due and did not arrive within ten days.',
      'Amounts without a rate.',
    ],
    rows: {
      columns: [
        { heading: 'Stream', kind: 'text' },
        { heading: 'Due', kind: 'month' },
        { heading: 'Note', kind: 'text' },
        { heading: 'How sure', kind: 'text' },
        { heading: 'Agreed', kind: 'amount' },
        { heading: 'Likely', kind: 'amount' },
      ],
      rows: counted.map((item): Cell[] => {
        return [item.streamName, dueMonth(item), item.note || null, chanceText(item.sureness, format), item.home, likely(item)]
      }),
    },
  }
}
