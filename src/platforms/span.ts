import { dayOfMonth, lastDay, type Day } from '#domain/month.ts'
import type { Moment } from '#domain/zone.ts'
import type { FileFacts, RowOutcome } from './read.ts'

/** First and last day that a file's lines stand on, as the file writes them. */
export class Span {
  #from: Day | undefined
  #to: Day | undefined

  add(outcome: RowOutcome): void {
    if (outcome.outcome === 'hours') this.#addMoment(outcome.hour.at)
    if (outcome.outcome !== 'lines' && outcome.outcome !== 'transfer') return
    for (const line of outcome.lines) this.#addMoment(line.at)
  }

  #addMoment(at: Moment): void {
    const isMonth = at.length === 7
    const from = isMonth ? dayOfMonth(at, 1) : at.slice(0, 10)
    const to = isMonth ? lastDay(at) : from
    if (this.#from === undefined || from < this.#from) this.#from = from
    if (this.#to === undefined || to > this.#to) this.#to = to
  }

  get days(): FileFacts['span'] {
    return this.#from === undefined || this.#to === undefined ? null : { from: this.#from, to: this.#to }
  }
}
