import { nonRow } from '../fields.ts'
import { isoMoment } from '../moments.ts'
import type { FileFacts, Reader, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import { sightKey, sightOf } from '../sights.ts'
import { badRecord, CURRENCY, documentOf, dollars, isRecord, textOf, type Json } from './json.ts'

const AFTERWARDS = 'This list tells who sponsors, not what arrived: it is expected, never counted.'

/** A sponsor in the words of either file: the one that is published, and the cache, which tells more. */
interface Sponsor {
  login: string
  name: string
  amount: unknown
  provider: string
  since: string
  isOnce: boolean
  isPrivate: boolean
}

function sponsorOf(record: Json): Sponsor {
  const sponsor = isRecord(record['sponsor']) ? record['sponsor'] : record
  return {
    login: textOf(sponsor['login']),
    name: textOf(sponsor['name']),
    amount: record['monthlyDollars'] ?? record['amount'],
    provider: textOf(record['provider']),
    since: textOf(record['createdAt']).slice(0, 10),
    isOnce: record['isOneTime'] === true,
    isPrivate: record['privacyLevel'] === 'PRIVATE',
  }
}

/** Rows are sponsors. Past ones are told by −1 dollars, private ones by a login that hides them. */
class Sponsors {
  readonly #seen = new SeenOnce()

  take(row: number, record: unknown): RowOutcome {
    if (!isRecord(record)) return badRecord({ row, field: '', value: record, reason: 'This record is no sponsor.' })
    const { login, name, amount, provider, since, isOnce, isPrivate } = sponsorOf(record)
    if (isOnce) return nonRow(row, 'a gift of once, from which nothing more is expected')
    const monthly = dollars(amount)
    if (monthly === undefined)
      return badRecord({ row, field: 'amount', value: amount, reason: `"${textOf(amount)}" is no number of dollars.` })
    const isHidden = isPrivate || login === ''
    const key = isHidden ? `private:${row}` : sightKey(`${provider}:${login}`)
    const again = this.#seen.again({ number: row, raw: JSON.stringify(record) }, { id: key, field: 'login' })
    if (again) return again
    const patron = sightOf({
      key,
      patron: isHidden ? undefined : login,
      name: isHidden ? undefined : name || login,
      patrons: 1,
      status: monthly < 0 ? 'former' : 'active',
      amount: Math.max(0, monthly),
      currency: CURRENCY,
      every: 'month',
      since: isoMoment(since, 'wall'),
    })
    return { outcome: 'patron', row, patron, account: { id: provider, name: provider } }
  }
}

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RowOutcome, FileFacts> {
  const document = await documentOf(chunks)
  if ('reason' in document) {
    yield badRecord({ row: 1, field: '', value: document.raw, reason: document.reason })
    return { span: null, warnings: [] }
  }
  if (!Array.isArray(document.value)) {
    yield badRecord({
      row: 1,
      field: '',
      value: document.value,
      reason: 'The file is JSON, but no list of sponsors. Write it again with SponsorKit.',
    })
    return { span: null, warnings: [] }
  }
  const sponsors = new Sponsors()
  for (const [i, record] of (document.value as unknown[]).entries()) yield sponsors.take(i + 1, record)
  return { span: null, warnings: [AFTERWARDS] }
}

/** SponsorKit's `sponsors.json` and its cache. https://github.com/antfu-collective/sponsorkit */
export const sponsorKit: Reader = {
  layout: { id: 'sponsor-kit', platform: 'sponsor-feed', name: 'SponsorKit, JSON' },
  recognise({ text }) {
    const isList = /^\s*\[\s*\{/.test(text) && /"login"\s*:/.test(text)
    const isCache = /"sponsor"\s*:\s*\{/.test(text) && /"monthlyDollars"\s*:/.test(text)
    const isFlat = /"avatar"\s*:/.test(text) && /"amount"\s*:/.test(text) && /"org"\s*:/.test(text)
    return isList && (isCache || isFlat) ? 'it is a list of sponsors as SponsorKit writes it' : undefined
  },
  read,
}
