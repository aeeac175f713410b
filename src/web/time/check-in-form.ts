import type { CheckInLine, CheckInWeek } from '#contract/time.ts'
import { HOUR_KINDS, type HourKind } from '#domain/hours.ts'

/** Hours as typed, by kind. */
export type Texts = Record<HourKind, string>

export interface Row {
  /** Null for what belongs to no venture, and for all ventures together. */
  venture: number | null
  texts: Texts
}

/** `12`, `12.5`, `12,5` or `12:30` as minutes; an empty text is none. Undefined for anything else. */
export function readHours(text: string): number | undefined {
  const bare = text.trim()
  if (bare === '') return 0
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(bare)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  return /^\d{1,3}([.,]\d{1,2})?$/.test(bare) ? Math.round(Number(bare.replace(',', '.')) * 60) : undefined
}

/** Minutes as one types them: `12` or `12:30`. */
export function hoursTyped(minutes: number): string {
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

/** An hour more or less, not under none; what cannot be read stays as it is. */
export function stepped(text: string, hours: number): string {
  const minutes = readHours(text)
  return minutes === undefined ? text : hoursTyped(Math.max(0, minutes + hours * 60))
}

/** What a form begins from: what the week is known to be, else the week before it. */
export function startOf({ lines, before }: Pick<CheckInWeek, 'lines' | 'before'>): readonly CheckInLine[] {
  return lines.length > 0 ? lines : before
}

/** Rows to type into: one for everything, or one for each venture and one for what belongs to none. */
export function rowsOf(lines: readonly CheckInLine[], ventures: readonly number[] | null): Row[] {
  const texts = (own: readonly CheckInLine[]): Texts => {
    const sum = (kind: HourKind) => hoursTyped(own.reduce((all, line) => all + line[kind], 0))
    return { basic: sum('basic'), paid: sum('paid'), care: sum('care') }
  }
  if (ventures === null) return [{ venture: null, texts: texts(lines) }]
  return [...ventures, null].map((venture) => ({ venture, texts: texts(lines.filter((line) => line.venture === venture)) }))
}

/** What was typed, without rows of nothing unless all are; undefined while a field cannot be read. */
export function linesOf(rows: readonly Row[]): CheckInLine[] | undefined {
  const lines: CheckInLine[] = []
  for (const { venture, texts } of rows) {
    const [basic, paid, care] = [readHours(texts.basic), readHours(texts.paid), readHours(texts.care)]
    if (basic === undefined || paid === undefined || care === undefined) return undefined
    lines.push({ venture, basic, paid, care })
  }
  const some = lines.filter((line) => HOUR_KINDS.some((kind) => line[kind] > 0))
  return some.length > 0 ? some : [{ venture: null, basic: 0, paid: 0, care: 0 }]
}
