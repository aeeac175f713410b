import type { z } from 'zod'
import { PublicationDraft, Way } from '#contract/publication.ts'
import { pageWay } from '#domain/pay-pages.ts'
import { ProblemError } from '#http/problem.ts'

/** What was read to fill a page, and in sentences what was left out and why. */
export interface Reading {
  draft: Partial<PublicationDraft>
  notes: string[]
}

/** Where a page is to be filled: its own currency, and the day today. */
export interface Filling {
  currency: string
  today: string
}

const MOST_NOTES = 20
const NAMES: Partial<Record<keyof PublicationDraft, string>> = {
  title: 'The title',
  maker: 'The maker',
  summary: 'The summary',
  text: 'The text',
  tags: 'The tags',
  link: 'The link',
  suggested: 'The suggested amounts',
  ways: 'The ways to pay',
  packages: 'The packages',
  overflow: 'The ventures to back instead',
  funding: 'What funding.json asks for',
  contact: 'The contact',
  updates: 'The updates',
}

/** Takes of a stranger's values those that a page may hold; each of the others is told. Empty values are not taken. */
export function fitting(values: { [K in keyof PublicationDraft]?: unknown }, notes: readonly string[]): Reading {
  const draft: Record<string, unknown> = {}
  const told = [...notes]
  for (const [name, value] of Object.entries(values) as [keyof PublicationDraft, unknown][]) {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue
    const checked = PublicationDraft.shape[name].safeParse(value)
    if (checked.success) draft[name] = checked.data
    else told.push(`${NAMES[name] ?? name} was left out: ${checked.error.issues[0]?.message ?? 'it does not fit'}.`)
  }
  const more = told.length - MOST_NOTES
  return { draft, notes: more > 0 ? [...told.slice(0, MOST_NOTES), `${more} more things were left out.`] : told }
}

/** The first so many of a list; what is beyond is told. */
export function atMost<T>(list: readonly T[], most: number, { notes, what }: { notes: string[]; what: string }): T[] {
  if (list.length > most) notes.push(`${list.length - most} more ${what} were left out: a page holds ${most}.`)
  return list.slice(0, most)
}

/** A page elsewhere as a way to pay, where its address begins with https://; else it is told. */
export function pageWayAt(url: string, notes: string[]): z.infer<typeof Way> | undefined {
  const way = Way.safeParse(pageWay(url))
  if (way.success) return way.data
  notes.push(`The address ${url.slice(0, 100)} was left out: an address begins with https://.`)
  return undefined
}

/** A stranger's JSON; throws a problem for any other text. */
export function readJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError(400, `Failed to read ${what}: it is not JSON. Choose another file.`)
  }
}

/** A text cut to a length at the end of a word, with an ellipsis where something is gone. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  return `${cut.slice(0, cut.lastIndexOf(' ') > most / 2 ? cut.lastIndexOf(' ') : cut.length).trimEnd()}…`
}
