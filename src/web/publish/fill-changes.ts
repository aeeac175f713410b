import type { Filled, PublicationDraft, Way } from '#contract/publication.ts'
import type { Format } from '#web/ui/format.ts'

/** One field that a file would change. */
export interface FillChange {
  field: keyof PublicationDraft
  label: string
  from: string
  to: string
}

/** As many as a page may offer. */
export const MOST_WAYS = 8

const LABELS: Record<keyof PublicationDraft, string> = {
  visibility: 'Who sees it',
  slug: 'Address',
  title: 'Title',
  maker: 'Made by',
  summary: 'Summary',
  text: 'Text',
  tags: 'Tags',
  link: 'Link',
  money: 'Money',
  shows: 'What is shown',
  suggested: 'Amounts offered',
  ways: 'Ways to back it',
  contact: 'Contact',
  updates: 'Updates',
  packages: 'Packages',
  overflow: 'When it has enough',
  funding: 'funding.json',
}

/** A file fills what a page says; who sees it, and how much of its money, only its owner decides. */
const OWN: readonly (keyof PublicationDraft)[] = ['visibility', 'slug', 'money', 'shows', 'overflow']

/** What of a file is taken over: its ways to pay come beside those that are there, the rest takes the place of what is. */
export function takenOver(draft: PublicationDraft, filled: Filled['draft']): Partial<PublicationDraft> {
  const taken = Object.entries(filled).filter(([field, value]) => value !== undefined && !OWN.some((own) => own === field))
  const { ways, ...rest }: Partial<PublicationDraft> = Object.fromEntries(taken)
  return { ...rest, ...(ways && { ways: [...draft.ways, ...ways.filter((way) => isNew(draft.ways, way))].slice(0, MOST_WAYS) }) }
}

/** Whether a way is not there yet: a page by its address, of the others there is one each. */
function isNew(ways: readonly Way[], way: Way): boolean {
  return !ways.some((one) =>
    one.kind === 'page' && way.kind === 'page' ? one.url === way.url : one.kind === way.kind && way.kind !== 'page',
  )
}

/** What a file would change of a page, field by field, in words. */
export function fillChanges(draft: PublicationDraft, filled: Filled['draft'], format: Format): FillChange[] {
  const taken = takenOver(draft, filled)
  // The keys of a draft are those of the labels.
  return (Object.keys(taken) as (keyof PublicationDraft)[]).flatMap((field) => {
    if (JSON.stringify(draft[field]) === JSON.stringify(taken[field])) return []
    return [{ field, label: LABELS[field], from: wordsOf(draft[field], format), to: wordsOf(taken[field], format) }]
  })
}

function wordsOf(value: unknown, format: Format): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return format.money(value)
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : format.list(value.map((one) => wordsOf(one, format)))
  return nameOf(value, format)
}

/** A way, an update or the details by what a person knows them by. */
function nameOf(value: object, format: Format): string {
  const told: Record<string, unknown> = { ...value }
  if (told['kind'] === 'stripe') return 'card payment by Stripe'
  if (told['kind'] === 'bank') return `the account ${String(told['iban'])}`
  const name = told['platform'] ?? told['title'] ?? told['repository'] ?? told['legalName']
  if (name !== undefined) return told['url'] === undefined ? String(name) : `${String(name)} (${String(told['url'])})`
  return format.list(
    Object.values(told)
      .filter((one) => typeof one === 'string' && one !== '')
      .map(String),
  )
}
