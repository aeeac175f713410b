import type { Filled, PublicationDraft } from '#contract/publication.ts'
import type { Format } from '#web/ui/format.ts'

/** One field that a file would change. */
export interface FillChange {
  field: keyof PublicationDraft
  label: string
  from: string
  to: string
}

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

/** What of a file is taken over. */
export function takenOver(filled: Filled['draft']): Partial<PublicationDraft> {
  return Object.fromEntries(Object.entries(filled).filter(([field]) => !OWN.some((own) => own === field)))
}

/** What a file would change of a page, field by field, in words. */
export function fillChanges(draft: PublicationDraft, filled: Filled['draft'], format: Format): FillChange[] {
  // The keys of a draft are those of the labels.
  return (Object.keys(takenOver(filled)) as (keyof PublicationDraft)[]).flatMap((field) => {
    if (JSON.stringify(draft[field]) === JSON.stringify(filled[field])) return []
    return [{ field, label: LABELS[field], from: wordsOf(draft[field], format), to: wordsOf(filled[field], format) }]
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
