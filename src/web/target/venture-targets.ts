import type { Venture } from '#contract/venture.ts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import { levelsOf, ventureTargetOf } from '#domain/need.ts'
import { neededLevels } from '#domain/target-plan.ts'
import type { PlannedTarget } from '#domain/venture-plan.ts'
import type { Format } from '#web/ui/format.ts'
import { numberWord } from '#web/ui/number-words.ts'

/** What is enough for one venture in a month; null where nothing is said of it. */
export interface VentureRow {
  venture: number
  name: string
  enough: Minor | null
  needs: number
  /** What of it is paid after income tax; null where the needs were said before it. */
  after: Minor | null
}

/** Ventures with what is enough for each in a month; of the archived only those that still need something. */
export function ventureRows(ventures: readonly Venture[], targets: readonly PlannedTarget[], month: Month): VentureRow[] {
  return ventures
    .map(({ id, name, archived }) => {
      const { needs = [], plan } = ventureTargetOf(targets, id, month) ?? {}
      const enough = needs.length > 0 ? levelsOf(needs).enough : null
      const after = plan ? neededLevels(plan.needs).enough : null
      return { venture: id, name, archived, enough, needs: needs.length, after }
    })
    .filter(({ archived, enough }) => !archived || enough !== null)
    .map(({ archived: _archived, ...row }) => row)
}

/** What the ventures need together, beside what is enough for the book; undefined while no venture says anything. */
export function sumSentence(rows: readonly VentureRow[], enough: Minor | undefined, format: Format): string | undefined {
  const told = rows.flatMap((row) => row.enough ?? [])
  if (told.length === 0) return undefined
  const sum = told.reduce((total, amount) => total + amount, 0)
  const from = told.length === 1 ? 'One venture needs' : `Together ${numberWord(told.length)} ventures need`
  const first = `${from} ${format.money(sum)} a month`
  if (enough === undefined) return `${first}.`
  if (sum === enough) return `${first}: just what is enough for you.`
  const apart = format.money(Math.abs(enough - sum), { round: 'rest' })
  return sum < enough
    ? `${first}; ${format.money(enough)} is enough for you, so ${apart} of it belongs to none of them.`
    : `${first}: ${apart} more than the ${format.money(enough)} that is enough for you.`
}
