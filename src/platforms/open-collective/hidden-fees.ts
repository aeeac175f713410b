import type { Moment } from '#domain/zone.ts'
import { hasGross } from './amounts.ts'
import type { FieldColumns } from './fields.ts'

/** Until then the host's fee was taken within a contribution's own row and stands in no column. */
const HOST_FEE_ROWS = '2021-06-01'
/** Until then the same holds for the payment processor's fee where it is not exported as a column. */
export const PROCESSOR_FEE_ROWS = '2024-01-01'

const ASK = 'Export the legacy layout (field ids) to have them all.'

/** Whether a gap between a contribution's parts and its net is a fee that has no column, rather than an oddity to show. */
export function isFeeHidden(at: Moment, columns: FieldColumns): boolean {
  return at < HOST_FEE_ROWS || (at < PROCESSOR_FEE_ROWS && !columns.has('processorFee'))
}

/** Counts the payments whose fees a file without both gross and net cannot tell, to warn about them. */
export class HiddenFees {
  readonly #columns: FieldColumns
  #host = 0
  #processor = 0

  constructor(columns: FieldColumns) {
    this.#columns = columns
  }

  note(at: Moment): void {
    if (hasGross(this.#columns) && this.#columns.has('net')) return
    if (at < HOST_FEE_ROWS) this.#host++
    else if (at < PROCESSOR_FEE_ROWS && !this.#columns.has('processorFee')) this.#processor++
  }

  warnings(): string[] {
    const known = hasGross(this.#columns)
      ? 'their gross is right, fees and net are not known'
      : 'their net is right, gross and fees are not known'
    const sentence = (whose: string, when: string, count: number) =>
      `This layout does not tell the ${whose} fee of payments ${when} (${count} here): ${known}. ${ASK}`
    return [
      ...(this.#host > 0 ? [sentence("host's", 'before June 2021', this.#host)] : []),
      ...(this.#processor > 0 ? [sentence("processor's", 'before 2024', this.#processor)] : []),
    ]
  }
}
