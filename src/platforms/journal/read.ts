import { openText } from '../decode.ts'
import { nonRow } from '../fields.ts'
import type { FileFacts, Platform, Reader, RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import { Span } from '../span.ts'
import { REPAIRED } from '../table.ts'
import { transactionOutcome, type Block } from './transaction.ts'

const DATED = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/
/** A dated line that is no transaction, in beancount's journals. */
const DIRECTIVE = /^\S+\s+(open|close|commodity|balance|pad|note|document|price|event|query|custom)\s/
const REMARK = /^[;#%|*]/
const MOST_POSTINGS = 1000
const SUBSET = 'Of a journal only what is posted to income or revenues is read; files that it includes are not followed.'

/** Gathers the lines of a journal to what they are of. */
class Journal {
  readonly #ordinals = new Ordinals()
  #open: Block | undefined
  #postings: string[] = []
  #inRemark = false
  #rows = 0

  take(line: string): RowOutcome[] {
    if (this.#inRemark) {
      this.#inRemark = !/^end comment\b/.test(line)
      return []
    }
    if (/^\s/.test(line) && line.trim() !== '') {
      if (this.#open && this.#postings.length < MOST_POSTINGS) this.#postings.push(line)
      return []
    }
    const done = this.end()
    if (line.trim() === '' || REMARK.test(line)) return done
    if (/^comment\s*$/.test(line)) {
      this.#inRemark = true
      return done
    }
    this.#rows += 1
    if (!DATED.test(line) || DIRECTIVE.test(line)) return [...done, nonRow(this.#rows, 'no transaction but a directive')]
    this.#open = { row: this.#rows, head: line, postings: this.#postings }
    return done
  }

  /** What becomes of the transaction whose lines are being gathered. */
  end(): RowOutcome[] {
    const block = this.#open
    this.#open = undefined
    this.#postings = []
    return block ? [transactionOutcome(block, this.#ordinals)] : []
  }
}

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RowOutcome, FileFacts> {
  const text = openText(chunks)
  const journal = new Journal()
  const span = new Span()
  let rest = ''
  const seen = function* (outcomes: readonly RowOutcome[]) {
    for (const outcome of outcomes) {
      span.add(outcome)
      yield outcome
    }
  }
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r/)
    rest = lines.pop() ?? ''
    for (const line of lines) yield* seen(journal.take(line))
  }
  yield* seen(journal.take(rest))
  yield* seen(journal.end())
  return { span: span.days, warnings: [SUBSET, ...(text.repaired ? [REPAIRED] : [])], style: { encoding: text.encoding } }
}

/** A dated line, and an account among the indented lines below it. */
const START =
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[^\n]*\n(?:[ \t][^\n]*\n)*?[ \t][*! \t]*(income|revenues?|assets?|expenses?|liabilities|equity)\b/im

/** Plain-text accounting. https://hledger.org/hledger.html#journal and https://beancount.github.io/docs/beancount_language_syntax.html */
const reader: Reader = {
  layout: { id: 'journal', platform: 'journal', name: 'Journal of hledger or beancount' },
  recognise: ({ text }) => (START.test(text) ? 'it holds dated transactions with postings to accounts' : undefined),
  read,
}

export const journal: Platform = { id: 'journal', name: 'Journal', streamKind: 'other', readers: [reader] }
