import type { FileReport } from '#contract/import.ts'
import type { Sighting } from '#domain/entry.ts'
import { net } from '#domain/money.ts'
import { dayOf, type Zone } from '#domain/zone.ts'
import type { Claimed, ImportWriter } from '#storage/storage.ts'
import type { LinesRow } from './import-lines.ts'
import { present } from './present.ts'

/** How many lines are shown by themselves. */
const SHOWN = 20

interface Changed {
  before: Sighting | null
  after: Sighting
}

/** The first lines of rows that were here before and that a file tells otherwise, as the lines are claimed. */
export class ChangedLines {
  private readonly lines: Changed[] = []
  private readonly importing: Pick<ImportWriter, 'replaced'>

  constructor(importing: Pick<ImportWriter, 'replaced'>) {
    this.importing = importing
  }

  /** Rows of one stream with what became of their lines, in the same order. */
  take(stream: number, rows: readonly LinesRow[], claimed: readonly Claimed[]): void {
    let at = 0
    for (const { lines } of rows) {
      const own = claimed.slice(at, at + lines.length)
      at += lines.length
      if (this.lines.length >= SHOWN) return
      // A row of which all lines are new was not here before; a new line of any other is the change.
      if (own.every((one) => one === own[0] && one !== 'updated')) continue
      for (const [i, line] of lines.entries()) this.takeLine(stream, line, own[i])
    }
  }

  private takeLine(stream: number, line: Sighting, claimed: Claimed | undefined): void {
    const before = claimed === 'updated' ? this.importing.replaced(stream, line.key) : null
    const changed = claimed === 'added' || before
    if (changed && this.lines.length < SHOWN) this.lines.push({ before: before ?? null, after: line })
  }

  /** The lines as a report tells them, on the days of the book's zone. */
  told(where: Zone): FileReport['changed'] {
    return this.lines.map(({ before, after }) => ({ before: before && toldLine(before, where), after: toldLine(after, where) }))
  }
}

function toldLine(line: Sighting, where: Zone): FileReport['changed'][number]['after'] {
  const { at, kind, currency, gross, fees, refunds, tax, months, name, note } = line
  return { day: dayOf(at, where), kind, currency, gross, fees, refunds, tax, net: net(line), months, ...present({ name, note }) }
}
