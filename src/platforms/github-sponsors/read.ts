import { Columns } from '../columns.ts'
import type { Head, Platform, Reader } from '../read.ts'
import { readTable } from '../table.ts'
import { hasPaymentSource, missingColumn, openCsv } from './csv.ts'
import { readJson } from './json.ts'

const platform = 'github-sponsors'
const style = { dates: 'ISO 8601, with offset', decimals: '.' } as const

function csvReader(year: '2023' | '2026'): Reader {
  return {
    layout: { id: `${platform}-csv-${year}`, platform, name: `GitHub Sponsors, CSV of ${year}` },
    recognise({ header }: Head) {
      const columns = new Columns(header)
      if (missingColumn(columns) !== undefined || hasPaymentSource(columns) !== (year === '2026')) return undefined
      return `It has a sponsor, a tier and a processed amount in each row${year === '2026' ? ', and the payment source' : ''}.`
    },
    read: (chunks, options) => readTable(chunks, options, { open: openCsv, style }),
  }
}

const jsonReader: Reader = {
  layout: { id: `${platform}-json`, platform, name: 'GitHub Sponsors, JSON' },
  recognise({ text }: Head) {
    const start = text.trimStart()
    // An account without sponsors exports an empty list, and no other platform exports JSON lists.
    if (/^\[\s*\]\s*$/.test(start)) return 'It is an empty list of sponsorships.'
    const isList = start.startsWith('[') && /"sponsor_handle"\s*:/.test(start) && /"transactions"\s*:/.test(start)
    return isList ? 'It is a list of sponsors with their transactions.' : undefined
  },
  read: readJson,
}

export const githubSponsors: Platform = {
  id: platform,
  name: 'GitHub Sponsors',
  streamKind: 'patronage',
  readers: [csvReader('2026'), csvReader('2023'), jsonReader],
}
