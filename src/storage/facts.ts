import type { Sighting, Yielding } from '#domain/entry.ts'

type Fact = string | number | null

/**
 * A sighting without its key as compact JSON: the canonical text of a version. Two versions are the same when their texts are.
 * Order of the values: at, kind, currency, gross, fees, refunds, tax, months, tie, patron, name, note, ref, yields; absent ones at the
 * end are left out.
 */
export function factsText(line: Omit<Sighting, 'key'>): string {
  const facts: Fact[] = [
    line.at,
    line.kind,
    line.currency,
    line.gross,
    line.fees,
    line.refunds,
    line.tax,
    line.months,
    line.tie ?? null,
    line.patron ?? null,
    line.name ?? null,
    line.note ?? null,
    line.ref ?? null,
    standingOf(line) || null,
  ]
  while (facts.at(-1) === null) facts.pop()
  return JSON.stringify(facts)
}

/** Reads the text of a version back into a sighting. */
export function sightingFrom(key: string, text: string): Sighting {
  const facts = JSON.parse(text) as Fact[] // only ever written by factsText
  const [at, kind, currency, gross, fees, refunds, tax, months, tie, patron, name, note, ref, yields] = facts
  const line = { key, at, kind, currency, gross, fees, refunds, tax, months } as Sighting
  if (tie != null) line.tie = String(tie)
  if (patron != null) line.patron = String(patron)
  if (name != null) line.name = String(name)
  if (note != null) line.note = String(note)
  if (ref != null) line.ref = String(ref)
  const yielding = yieldingOf(Number(yields))
  if (yielding) line.yields = yielding
  return line
}

/** To how many kinds of reports a line yields, as a number that grows with them; 0 for one that yields to none. */
export function standingOf({ yields = false }: Pick<Sighting, 'yields'>): number {
  return Number(yields)
}

/** What `standingOf` tells of a line, as the line tells it. */
export function yieldingOf(standing: number): Yielding {
  return standing === 2 ? 2 : standing === 1
}
