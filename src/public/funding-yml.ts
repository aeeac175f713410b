import { parse, stringify } from 'yaml'
import { payPageAt, payPages, payPageUrl } from '#domain/pay-pages.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import { ProblemError } from '#http/problem.ts'
import { atMost, fitting, pageWayAt, shortened, type Reading } from './funding-draft.ts'
import { venturePath } from './venture-page.ts'

/** Pages that GitHub shows under one key. */
const MOST: Readonly<Record<string, number>> = { github: 4, custom: 4 }
const MOST_WAYS = 8
/** Characters; the real ones are shorter than a screen. */
const MOST_TEXT = 64_000

/** A venture as FUNDING.yml: its pages on known platforms by their handles, the venture's own page and the others as addresses. */
export function fundingYml(venture: PublicVenture, site: string): string {
  const handles = new Map<string, string[]>([['custom', [`${site}/${venturePath(venture)}`]]])
  const add = (key: string, value: string): boolean => {
    const known = handles.get(key) ?? []
    if (known.length >= (MOST[key] ?? 1)) return false
    handles.set(key, [...known, value])
    return true
  }
  for (const way of venture.ways) {
    if (way.kind !== 'page') continue
    const found = payPageAt(way.url)
    const exact = found && payPageUrl(found.page, found.handle) === way.url
    if (!exact || !add(found.page.key, found.handle)) add('custom', way.url)
  }
  const keys = [...payPages.map(({ key }) => key), 'custom']
  const entries = keys.flatMap((key) => {
    const values = handles.get(key)
    return values ? [[key, values.length === 1 ? values[0] : values] as const] : []
  })
  return stringify(Object.fromEntries(entries), { lineWidth: 0 })
}

/** Fills the ways to pay from a FUNDING.yml. Throws a problem for a text that is none. */
export function draftFromFundingYml(source: string): Reading {
  const notes: string[] = []
  const urls = entriesOf(source).flatMap(([key, value]) => {
    const values = (Array.isArray(value) ? value : [value]).filter((each) => each !== null && each !== '')
    return values.flatMap((each) => urlOf(key, each, notes) ?? [])
  })
  const ways = [...new Set(urls)].flatMap((url) => pageWayAt(url, notes) ?? [])
  return fitting({ ways: atMost(ways, MOST_WAYS, { notes, what: 'ways to pay' }) }, notes)
}

function entriesOf(source: string): [string, unknown][] {
  const problem = (why: string) => new ProblemError(400, `Failed to read FUNDING.yml: ${why}. Choose another file.`)
  if (source.length > MOST_TEXT) throw problem('it is too long')
  let value: unknown
  try {
    // Neither tags nor merge keys, and next to no aliases: a few lines must stay a few lines.
    value = parse(source, { schema: 'core', maxAliasCount: 10, merge: false, logLevel: 'error' })
  } catch {
    throw problem('it is not YAML')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw problem('it names no platforms')
  return Object.entries(value)
}

function urlOf(key: string, value: unknown, notes: string[]): string | undefined {
  const shown = shortened(String(value), 60)
  if (typeof value !== 'string' && typeof value !== 'number') {
    notes.push(`What stands at ${shortened(key, 40)} was left out: it is neither a name nor a list of names.`)
    return undefined
  }
  if (key === 'custom') return /^[a-z][a-z0-9+.-]*:/i.test(String(value)) ? String(value) : `https://${value}`
  const page = payPages.find((known) => known.key === key)
  const url = page && payPageUrl(page, String(value))
  if (url === undefined)
    notes.push(
      page
        ? `"${shown}" was left out: ${page.name} has no such name.`
        : `${shortened(key, 40)} was left out: it is no platform of FUNDING.yml.`,
    )
  return url
}
