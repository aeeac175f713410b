import type { PublicationDraft } from '#contract/publication.ts'
import type { MoneyShown, Visibility } from '#domain/publication.ts'

export const VISIBILITIES: readonly { value: Visibility; label: string; means: string }[] = [
  { value: 'private', label: 'Private', means: 'There is no page. Nothing of this venture can be seen.' },
  {
    value: 'unlisted',
    label: 'Unlisted',
    means:
      'Only who has the address finds the page. The address cannot be guessed, search engines are told to leave it out, and it is in no list or feed.',
  },
  { value: 'public', label: 'Public', means: 'Anybody finds the page: it is listed here, in enough.json and in the feeds.' },
]

export const MONEY: readonly { value: MoneyShown; label: string; means: string }[] = [
  {
    value: 'percent',
    label: 'Percent only',
    means:
      'How far the last closed month carries it, rounded down to 5 points and changed once a day at most. Needs are shares. No amount is shown anywhere.',
  },
  {
    value: 'exact',
    label: 'Exact',
    means: 'Amounts: what the month brought, what is enough, what each need costs, and what a contribution would change.',
  },
  { value: 'hidden', label: 'Hidden', means: 'Neither amounts nor a percentage. The page says what it is for and how to back it.' },
]

export type Show = keyof PublicationDraft['shows']

/** What is known when it is asked what can be shown. */
export interface Known {
  money: MoneyShown
  /** Whether it is said what the venture needs. */
  needs: boolean
  /** Patrons of the last twelve months, by kind. */
  people: number
  organisations: number
  patrons: number
}

/** The smallest group that is told: of fewer than five people each could be meant. */
export const LEAST_GROUP = 5

const EXACT_ONLY = 'Only beside exact amounts.'

export const SHOWS: readonly { show: Show; label: string; hint: string }[] = [
  { show: 'needs', label: 'What enough pays for', hint: 'The needs in their order; as shares of enough unless money is exact.' },
  { show: 'history', label: 'Two years by month', hint: 'Smoothed, each month beside what was enough then.' },
  { show: 'patrons', label: 'How many patrons', hint: 'Of the last twelve months.' },
  { show: 'split', label: 'People and organisations', hint: 'How many of each carry it.' },
  {
    show: 'names',
    label: 'Names of patrons',
    hint: 'Only of those who said yes themselves, without amount or date. They can take it back.',
  },
  { show: 'pledged', label: 'What is pledged and not paid yet', hint: 'Hatched beside the total, never in it.' },
]

/** Why something cannot be shown now; undefined where it can. */
export function whyNotShown(show: Show, known: Known): string | undefined {
  if ((show === 'history' || show === 'pledged') && known.money !== 'exact') return EXACT_ONLY
  if (show === 'needs' && !known.needs) return 'Say first what it needs, below.'
  if (show === 'patrons' && known.patrons < LEAST_GROUP)
    return `From five patrons on, so that nobody can be told apart. Now ${known.patrons}.`
  if (show === 'split' && (known.people < LEAST_GROUP || known.organisations < LEAST_GROUP)) {
    return `From five of each on, so that nobody can be told apart. Known now: ${count(known.people, 'person', 'people')}, ${count(known.organisations, 'organisation', 'organisations')}.`
  }
  return undefined
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}

/** What a save did, in one sentence. */
export function savedSentence(
  title: string,
  { before, after, url }: { before: Visibility; after: Visibility; url: string | null },
): string {
  // In the page the public site has no address that others could use.
  const at = url === null ? '' : url.startsWith('#') ? ', in this page only' : ` at ${url}`
  if (after === 'private')
    return before === 'private' ? `The page of ${title} is saved. It is private.` : `${title} is private again: its page is gone.`
  if (before === after) return `The page of ${title} is changed${at}.`
  return after === 'public' ? `${title} is public${at}.` : `${title} has a page that only its address opens${at}.`
}

/** Texts to begin with; the owner changes them as they like. */
export function suggestedPrivacy(name: string): string {
  return [
    `${name || 'The recipient'} keeps what you give with a pledge (name and e-mail address where you give them, amount, rhythm) to receive the pledge and to answer you, and as long as bookkeeping rules ask for it.`,
    'It is given to nobody else, except to the payment service that you choose. Your name is shown on this page only if you say so, and you can take that back with your link.',
    'You can ask what is kept, and have it corrected or removed.',
  ].join('\n\n')
}

export function suggestedRefunds(): string {
  return 'A pledge can be ended at any time with its link; from then on nothing more is taken. If a payment was made by mistake, write within 30 days and it is given back, less the fees that the payment service keeps.'
}
