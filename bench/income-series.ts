import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { StreamMonths } from '#domain/forecast-parts.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, monthRange, monthsBetween, type Month } from '#domain/month.ts'

const SAMPLES = new URL('../../shared/samples/', import.meta.url)
const COLLECTIVE = new URL('opencollective/transactions-legacy-2020-2022-and-2024-h1.pseudonymised.csv', SAMPLES)
const SPONSORS = new URL('income-series/losslesscut-sponsors-github-patreon.pseudonymised.csv', SAMPLES)

/** Real income by month, as a book of its own. */
export interface RealSeries {
  name: string
  first: Month
  streams: StreamMonths[]
}

/** The real series beside the project; none where the folder of samples is not there. */
export async function realSeries(): Promise<RealSeries[]> {
  if (!existsSync(COLLECTIVE) || !existsSync(SPONSORS)) return []
  const collective = series('Open Collective, one project', { from: '2020-01', to: '2022-12' }, [await collectiveLines()])
  const [github, patreon] = [await sponsorLines('github'), await sponsorLines('patreon')]
  // The last month of the file is cut in its middle.
  return [
    collective,
    series('GitHub Sponsors, one project', { from: '2020-04', to: '2026-04' }, [github]),
    series('Patreon, the same project', { from: '2021-04', to: '2026-04' }, [patreon]),
    series('both of them as one book', { from: '2020-04', to: '2026-04' }, [github, patreon]),
  ]
}

interface Line {
  month: Month
  net: Minor
}

function series(name: string, { from, to }: { from: Month; to: Month }, streams: readonly Line[][]): RealSeries {
  const months = monthRange(from, to)
  const netOf = (lines: readonly Line[]) => {
    const net = months.map(() => 0)
    for (const line of lines) {
      const at = monthsBetween(from, line.month)
      if (at >= 0 && at < net.length) net[at] = (net[at] ?? 0) + line.net
    }
    return net
  }
  return { name, first: from, streams: streams.map((lines) => ({ kind: 'patronage', net: netOf(lines) })) }
}

function cents(text = ''): Minor {
  return Math.round(Number(text) * 100)
}

/** Contributions less the host's fees; expenses are not income. */
async function collectiveLines(): Promise<Line[]> {
  const rows = await rowsOf(COLLECTIVE)
  return rows
    .filter((row) => /^(CONTRIBUTION|HOST_FEE|PAYMENT_PROCESSOR_COVER)$/.test(row['kind'] ?? ''))
    .map((row) => ({ month: (row['datetime'] ?? '').slice(0, 7), net: cents(row['netAmount']) }))
}

/** The file tells each sponsor's first day, usual amount and sum: as many months of the usual amount as give the sum. */
async function sponsorLines(platform: string): Promise<Line[]> {
  const rows = await rowsOf(SPONSORS)
  return rows
    .filter((row) => row['platform'] === platform)
    .flatMap((row) => {
      const net = cents(row['median_amount_usd'])
      const months = Math.max(1, Math.round(cents(row['total_amount_usd']) / net))
      return Array.from({ length: months }, (_, i) => ({ month: addMonths((row['from'] ?? '').slice(0, 7), i), net }))
    })
}

async function rowsOf(file: URL): Promise<Record<string, string>[]> {
  const [header = '', ...lines] = (await readFile(file, 'utf8')).trim().split(/\r?\n/)
  const names = cells(header)
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i] ?? '', cell])))
}

/** Cells of one line; these files hold no quote within a cell. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? '')
}
