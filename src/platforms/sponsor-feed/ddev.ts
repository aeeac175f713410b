import type { Recurrence } from '#domain/patron-sight.ts'
import { nonRow } from '../fields.ts'
import { isoMoment } from '../moments.ts'
import type { FileFacts, Reader, RowOutcome } from '../read.ts'
import { sightKey, sightOf } from '../sights.ts'
import { ACTIVE_USD, badRecord, documentOf, dollars, isRecord, textOf, type Json } from './json.ts'

const AFTERWARDS = 'This feed tells what was promised, not what arrived: it is expected, never counted.'

/** A list of tiers: how many sponsors give an amount, each month or each year. */
const TIERS = /^(?:(monthly|annual)_)?sponsors_per_tier$/
const MONTHLY_TIER = /^\$?([\d.,]+)(?: a month)?$/

/** The rows of a source: each tier, each total beside them; a source that is but a number is one row. */
function* rowsOf(source: string, value: unknown): Generator<(row: number) => RowOutcome> {
  if (!isRecord(value)) {
    yield (row) => tierOutcome({ row, source, tier: '', each: value, count: 1, every: 'month' })
    return
  }
  for (const [field, inner] of Object.entries(value)) {
    const every: Recurrence = TIERS.exec(field)?.[1] === 'annual' ? 'year' : 'month'
    if (!TIERS.test(field)) yield (row) => nonRow(row, 'a sum of what its own tiers tell')
    else if (!isRecord(inner)) yield (row) => badRecord({ row, field, value: inner, reason: 'This is no list of tiers with their counts.' })
    else
      for (const [tier, count] of Object.entries(inner))
        yield (row) => tierOutcome({ row, source, tier, each: MONTHLY_TIER.exec(tier)?.[1], count, every })
  }
}

interface Tier {
  row: number
  source: string
  tier: string
  /** Dollars that one sponsor gives. */
  each: unknown
  count: unknown
  every: Recurrence
}

function tierOutcome({ row, source, tier, each, count, every }: Tier): RowOutcome {
  const amount = dollars(each)
  if (amount === undefined) return badRecord({ row, field: source, value: tier || each, reason: 'This is no number of dollars.' })
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0 || count > 1_000_000)
    return badRecord({ row, field: tier, value: count, reason: 'This is no count of sponsors.' })
  const key = tier === '' ? source : `${source}: ${tier}`
  if (key !== sightKey(key)) return badRecord({ row, field: source, value: tier, reason: 'This name of a source or a tier is too long.' })
  const patron = sightOf({ key, name: key.replaceAll('_', ' '), patrons: count, ...ACTIVE_USD, amount: amount * count, every })
  return { outcome: 'patron', row, patron }
}

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RowOutcome, FileFacts> {
  const document = await documentOf(chunks)
  const feed: Json | undefined = 'value' in document && isRecord(document.value) ? document.value : undefined
  if (!feed) {
    const [value, reason] = 'reason' in document ? [document.raw, document.reason] : [document.value, 'The file is JSON, but no such feed.']
    yield badRecord({ row: 1, field: '', value, reason })
    return { span: null, warnings: [] }
  }
  let row = 0
  for (const [source, value] of Object.entries(feed)) {
    if (source === 'updated_datetime') continue
    if (source.startsWith('total_')) yield nonRow(++row, 'a sum of what its own tiers tell')
    else for (const outcome of rowsOf(source, value)) yield outcome(++row)
  }
  const asOf = isoMoment(textOf(feed['updated_datetime']), 'utc')
  return { span: null, warnings: [AFTERWARDS], ...(asOf !== undefined && { asOf }) }
}

/** A feed as DDEV publishes it: sponsors of several sources by tier. https://github.com/ddev/sponsorship-data */
export const ddev: Reader = {
  layout: { id: 'sponsor-feed-tiers', platform: 'sponsor-feed', name: 'Sponsors by tier, JSON' },
  recognise: ({ text }) =>
    /^\s*\{/.test(text) && /"(monthly_|annual_)?sponsors_per_tier"\s*:/.test(text) ? 'it lists how many sponsors each tier has' : undefined,
  read,
}
