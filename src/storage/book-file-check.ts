import { STREAM_KINDS } from '#domain/book.ts'
import { ENTRY_KINDS } from '#domain/entry.ts'
import { HOUR_KINDS, hourTrouble } from '#domain/hours.ts'
import { leadsBack, type StreamRoute } from '#domain/stream-route.ts'
import { lineTrouble } from '#domain/trouble.ts'
import { isZone } from '#domain/zone.ts'
import type { BookFileLine } from './book-file.ts'
import {
  count,
  currency,
  day,
  fields,
  flag,
  id,
  isRecord,
  list,
  moment,
  month,
  months,
  nothingOr,
  oneOf,
  text,
  textThat,
  that,
  whole,
  type Check,
} from './fact-form.ts'
import { CHECK_IN_CHECKS, percent } from './check-in-storage.ts'
import { BY_HAND } from './ledger.ts'
import { DOUBLE_CHECKS, doubleStreams } from './double-write.ts'
import { PATRONAGE_CHECKS } from './patronage-form.ts'
import { PLAN_CHECKS } from './plan-storage.ts'
import { promiseCheck } from './promise-storage.ts'
import { TARGET_CHECKS } from './target-storage.ts'
import { sightCheck } from './sights.ts'

const kind = oneOf(ENTRY_KINDS)
const work = oneOf(['basic', 'income'])
const amounts = { gross: whole, fees: whole, refunds: whole, tax: whole }

const head = fields({ enough: text, version: id, name: text, homeCurrency: currency, zone: textThat(isZone), locale: text })
const joy = that((value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5)
const venture = fields({ id, name: text, work, archived: flag, automatic: flag }, { joy })
const stream = fields(
  {
    id,
    venture: id,
    name: text,
    platform: text,
    kind: oneOf(STREAM_KINDS),
    archived: flag,
    automatic: flag,
  },
  { months, bound: percent },
)
const target = fields({ from: month, bare: count, enough: count, comfortable: count })
const rateText = textThat((value) => /^\d{1,12}(\.\d{1,12})?$/.test(value))
const rate = fields({
  currency,
  against: currency,
  from: day,
  rate: rateText,
})
const streamRate: Check = fields({ stream: id, currency, against: currency, from: day, rate: rateText })
const route = fields({ id, stream: id, into: id, words: text, source: text })
const fromLists = fields({ stream: id })
const span = nothingOr(fields({ from: day, to: day }))
const mapping = nothingOr(fields({ signature: text, columns: text }))
const counts = { bytes: count, rows: count, added: count, updated: count, unchanged: count, transfers: count, nonRows: count }
const importFact = fields({
  id,
  batch: text,
  file: text,
  name: text,
  layout: text,
  savedAt: text,
  asOf: text,
  span,
  mapping,
  ...counts,
  covers: nothingOr(list(text)),
  complaints: list(that(isRecord)),
  sources: list(fields({ platform: text, account: text, stream: id })),
})
const sighting = fields(
  { key: textThat((value) => value !== ''), at: moment, kind, currency, ...amounts, months },
  { tie: text, patron: text, name: text, note: text, ref: text, yields: that((value) => value === 2 || typeof value === 'boolean') },
)
const line = fields({
  stream: id,
  imports: that((value) => Array.isArray(value) && value.length > 0 && value.every(Number.isInteger)),
  sighting,
})
const edit = fields({
  stream: id,
  key: text,
  changes: fields({}, { at: moment, kind, currency, ...amounts, months, name: text, note: text, deleted: flag }),
})

const hour = fields({
  imports: that((value) => list(id)(value) === undefined && Array.isArray(value) && value.length > 0),
  sighting: fields({ key: text, at: moment, minutes: id, project: text }, { note: text }),
})
const project = fields({ project: text, import: count, venture: nothingOr(id), kind: oneOf(HOUR_KINDS) })

const CHECKS: Readonly<Record<string, Check>> = {
  venture,
  stream,
  target,
  rate,
  streamRate,
  route,
  fromLists,
  import: importFact,
  sight: sightCheck,
  line,
  hour,
  project,
  promise: promiseCheck,
  ...TARGET_CHECKS,
  ...PLAN_CHECKS,
  edit,
  ...PATRONAGE_CHECKS,
  ...DOUBLE_CHECKS,
  ...CHECK_IN_CHECKS,
}

/** What is wrong with the first fact of a book file, in words, or undefined when it can be kept. */
export function headTrouble(value: unknown): string | undefined {
  const path = head(value)
  return path === undefined ? undefined : `has no book that can be kept: ${said(value, path)}`
}

/** Holds every fact of one book file against the form of its kind, and against the facts before it that it speaks of. */
export class FactCheck {
  private readonly ventures = new Set<number>()
  private readonly streams = new Set<number>()
  private readonly routes: StreamRoute[] = []
  private readonly pledges = new Set<string>()
  private readonly imports = new Set<number>([BY_HAND])

  /** What is wrong with a fact, in words, or undefined when it can be kept. */
  trouble(fact: BookFileLine): string | undefined {
    const [name, ...more] = Object.keys(fact)
    const check = name === undefined || more.length > 0 ? undefined : CHECKS[name]
    if (name === undefined || !check) return 'is of no kind that Enough knows'
    const value: unknown = Object.values(fact)[0]
    const path = check(value)
    return path === undefined ? this.strayed(fact) : `has no ${name} that can be kept: ${said(value, path)}`
  }

  /** Remembers what a fact makes, and says what it speaks of that is not there. */
  private strayed(fact: BookFileLine): string | undefined {
    if ('venture' in fact) this.ventures.add(fact.venture.id)
    else if ('stream' in fact) {
      this.streams.add(fact.stream.id)
      return this.noVenture(fact.stream)
    } else if ('streamRate' in fact) return this.noStream([fact.streamRate.stream])
    else if ('route' in fact) return this.noStream([fact.route.stream, fact.route.into]) ?? this.circle(fact.route)
    else if ('taxRule' in fact) return this.noStream(fact.taxRule.streams.map((own) => own.stream))
    else if ('agreed' in fact) return this.noStream([fact.agreed.stream])
    else if ('fromLists' in fact) return this.noStream([fact.fromLists.stream])
    else if ('need' in fact) return this.noVenture(fact.need)
    else if ('publication' in fact) return this.noVenture(fact.publication)
    else if ('pledge' in fact) {
      this.pledges.add(fact.pledge.id)
      return this.noVenture(fact.pledge)
    } else if ('link' in fact) {
      if (!this.pledges.has(fact.link.pledge)) return `speaks of pledge ${fact.link.pledge}, which is not there`
      return this.noStream([fact.link.stream])
    } else if ('import' in fact) {
      this.imports.add(fact.import.id)
      return this.noStream(fact.import.sources.map((source) => source.stream))
    } else if ('sight' in fact) return this.noImport([fact.sight.import]) ?? this.noStream([fact.sight.stream])
    else if ('double' in fact || 'doubleRule' in fact) return this.noStream(doubleStreams(fact))
    else if ('edit' in fact) return this.noStream([fact.edit.stream])
    else if ('hour' in fact) {
      const trouble = hourTrouble(fact.hour.sighting)
      return trouble ? `has no hour that can be kept: its ${trouble}` : this.noImport(fact.hour.imports)
    } else if ('project' in fact) {
      const { venture: place, import: told } = fact.project
      return this.noImport([told]) ?? (place === null ? undefined : this.noVenture({ venture: place }))
    } else if ('checkIn' in fact) {
      const placed = fact.checkIn.lines.flatMap(({ venture: place }) => (place === null ? [] : [{ venture: place }]))
      return placed.map((one) => this.noVenture(one)).find((trouble) => trouble !== undefined)
    } else if ('line' in fact) {
      const strange = this.noImport(fact.line.imports)
      if (strange !== undefined) return strange
      const trouble = lineTrouble(fact.line.sighting)
      return trouble ? `has no line that can be kept: "${trouble.text}" ${trouble.reason}` : this.noStream([fact.line.stream])
    }
    return undefined
  }

  private noImport(imports: readonly number[]): string | undefined {
    const strange = imports.find((one) => !this.imports.has(one))
    return strange === undefined ? undefined : `speaks of import ${strange}, which is not there`
  }

  private circle(route: StreamRoute): string | undefined {
    if (leadsBack(this.routes, route)) return `leads the lines of stream ${route.stream} round in a circle`
    this.routes.push(route)
    return undefined
  }

  private noVenture({ venture }: { venture: number }): string | undefined {
    return this.ventures.has(venture) ? undefined : `speaks of venture ${venture}, which is not there`
  }

  private noStream(streams: readonly number[]): string | undefined {
    const strange = streams.find((one) => !this.streams.has(one))
    return strange === undefined ? undefined : `speaks of stream ${strange}, which is not there`
  }
}

/** A field that is wrong with what stands there. */
function said(value: unknown, path: string): string {
  let at = value
  for (const [, name = '', index = ''] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) {
    at = isRecord(at) ? at[name] : Array.isArray(at) ? (at as unknown[])[Number(index)] : undefined
  }
  const text = JSON.stringify(at) ?? 'nothing'
  return `${path.slice(1) || 'all of it'} is ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`
}
