/** One row of a delimited file. */
export interface CsvRow {
  /** As a spreadsheet numbers it: the first row is 1, blank lines count, a line that only names the separator does not. */
  number: number
  cells: string[]
  /** The row as it stands in the file, without its line end; of a broken one the first 500 characters. */
  raw: string
  /** Why the row could not be taken apart, as a sentence. */
  broken?: string
  /** Whether the file ends within this row, without a line end. */
  last?: boolean
}

/** No row of an export is longer than this many characters: a quote that stays open for longer was never meant as one. */
const LONGEST_ROW = 1_048_576
/** Quotes that stay open may have this much read again at any place of a file, and as often as this all that was read before. */
const READ_AGAIN = { anywhere: 4 * LONGEST_ROW, times: 4 }
const RAW = 500
const QUOTE = 34
const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** A first line by which some spreadsheets are told the delimiter. */
const SEPARATOR_LINE = /^"?sep=.?"?$/i

const OPEN_QUOTE = 'A quotation mark opens a cell in this row and is never closed. Close it or remove it, then import the file again.'
const TOO_LONG = 'This row is longer than a million characters, which no table has. Export the file again.'
const CELL_TOO_LONG =
  'A cell of this row is longer than a million characters: no export holds that, so it is something else, such as a picture. Empty the cell, then import the file again.'
const LONG_QUOTE =
  'A quotation mark opens a cell in this row and is not closed within a million characters. Close it or remove it, then import the file again.'

/**
 * Takes delimited text piece by piece and hands out the rows that are complete, by RFC 4180 and as lenient as spreadsheets are:
 * any line end, cells over several lines, text after a closing quote kept, a quote inside a plain cell kept. Blank lines are no
 * rows. An open quote swallows nothing: its first line is told as broken and everything after it is read again. Where many stay
 * open, fewer lines are waited for their end, so that the time stays in proportion to the file.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
export class CsvParser {
  readonly #separator: number
  /** Text from the start of the row that is being read. */
  #buffer = ''
  #at = 0
  #rowStart = 0
  #cellStart = 0
  #place: 'start' | 'plain' | 'quoted' | 'closed' | 'skipping' = 'start'
  #afterReturn = false
  /** What a quoted cell holds so far. */
  #taken = ''
  #cells: string[] = []
  #number = 1
  #rows: CsvRow[] = []
  /** Characters of the rows that were forgotten. */
  #forgotten = 0
  /** Characters that were read again because a quote stayed open. */
  #readAgain = 0
  /** A place up to which the row that is being read has no line end. */
  #unbroken = 0

  constructor(delimiter: string) {
    this.#separator = delimiter.charCodeAt(0)
  }

  push(text: string): CsvRow[] {
    this.#buffer += text
    this.#scan()
    this.#compact()
    return this.#handOut()
  }

  end(): CsvRow[] {
    this.#scan()
    while (this.#place === 'quoted') {
      this.#giveUpQuote()
      this.#scan()
    }
    if (this.#place !== 'skipping' && this.#at > this.#rowStart) this.#endRow(true)
    return this.#handOut()
  }

  #handOut(): CsvRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  #scan(): void {
    while (this.#at < this.#buffer.length) {
      if (this.#place === 'quoted') this.#readQuoted()
      else if (this.#place === 'plain') this.#readPlain()
      else this.#step(this.#buffer.charCodeAt(this.#at))
    }
    const isOpen = this.#place === 'start' || this.#place === 'plain' || this.#place === 'closed'
    if (isOpen && this.#at - this.#rowStart > LONGEST_ROW) {
      this.#breakRow(TOO_LONG, this.#at)
      this.#place = 'skipping'
    }
  }

  /** Reads on to the next quotation mark, or to the end of what is there. */
  #readQuoted(): void {
    const close = this.#buffer.indexOf('"', this.#at)
    const end = close < 0 ? this.#buffer.length : close
    this.#taken += this.#buffer.slice(this.#cellStart, end)
    this.#at = close < 0 ? end : end + 1
    this.#cellStart = this.#at
    if (this.#isOpenTooLong(end)) this.#giveUpQuote()
    else if (close >= 0) this.#place = 'closed'
  }

  /** How many characters a row may hold whose quotes run on over line ends. */
  #patience(): number {
    const allowed = READ_AGAIN.anywhere + READ_AGAIN.times * (this.#forgotten + this.#rowStart)
    return Math.min(LONGEST_ROW, allowed - this.#readAgain)
  }

  /** Whether a quoted cell was waited for long enough. One that ends on its own line always is one. */
  #isOpenTooLong(end: number): boolean {
    const length = end - this.#rowStart
    if (length > LONGEST_ROW) return true
    if (length <= this.#patience()) return false
    this.#unbroken = Math.max(this.#unbroken, this.#rowStart)
    for (; this.#unbroken < end; this.#unbroken++) {
      const code = this.#buffer.charCodeAt(this.#unbroken)
      if (code === LINE_FEED || code === CARRIAGE_RETURN) return true
    }
    return false
  }

  /** Plain text is most of a file: it is passed over in one run. */
  #readPlain(): void {
    const buffer = this.#buffer
    const separator = this.#separator
    let at = this.#at
    for (; at < buffer.length; at++) {
      const code = buffer.charCodeAt(at)
      if (code === separator || code === LINE_FEED || code === CARRIAGE_RETURN) break
    }
    this.#at = at
    if (at < buffer.length) this.#step(buffer.charCodeAt(at))
  }

  /** One character outside quotes. */
  #step(code: number): void {
    const wasReturn = this.#afterReturn
    this.#afterReturn = false
    if (code === LINE_FEED && wasReturn) {
      this.#rowStart = ++this.#at
    } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      if (this.#place === 'skipping') this.#place = 'start'
      else this.#endRow(false)
      this.#passLineEnd()
    } else if (this.#place === 'skipping') {
      this.#at++
    } else if (code === this.#separator) {
      this.#endCell()
      this.#at++
    } else if (code === QUOTE && this.#isOpening()) {
      this.#place = 'quoted'
      this.#cellStart = ++this.#at
    } else {
      if (this.#place === 'start') {
        this.#place = 'plain'
        this.#cellStart = this.#at
      }
      this.#at++
    }
  }

  /** At the start of a cell, or as the second of two within quotes. */
  #isOpening(): boolean {
    if (this.#place === 'start') return true
    const isDoubled = this.#place === 'closed' && this.#at === this.#cellStart
    if (isDoubled) this.#taken += '"'
    return isDoubled
  }

  #passLineEnd(): void {
    this.#afterReturn = this.#buffer.charCodeAt(this.#at) === CARRIAGE_RETURN
    this.#rowStart = ++this.#at
  }

  #endCell(): void {
    const rest = this.#place === 'start' ? '' : this.#buffer.slice(this.#cellStart, this.#at)
    this.#cells.push(this.#taken + rest)
    this.#taken = ''
    this.#place = 'start'
  }

  #endRow(last: boolean): void {
    this.#endCell()
    const raw = this.#buffer.slice(this.#rowStart, this.#at)
    const row = { number: this.#number, cells: this.#cells, raw }
    this.#cells = []
    // Spreadsheets take it for themselves and do not show it: the header after it is their row 1.
    if (this.#number === 1 && SEPARATOR_LINE.test(raw)) return
    if (raw.trim() !== '') this.#rows.push(last ? { ...row, last } : row)
    this.#number++
  }

  /** The first line of what an open quote swallowed is the trouble; reading goes on after it. */
  #giveUpQuote(): void {
    const isLong = this.#at - this.#rowStart > LONGEST_ROW
    this.#readAgain += Math.min(this.#at - this.#rowStart, this.#patience())
    const line = /[\r\n]/.exec(this.#buffer.slice(this.#rowStart))
    const end = line ? this.#rowStart + line.index : this.#buffer.length
    // What fills its own line alone is a cell; what runs on over the lines below was never closed.
    this.#breakRow(!isLong ? OPEN_QUOTE : end - this.#rowStart > LONGEST_ROW ? CELL_TOO_LONG : LONG_QUOTE, end)
    this.#at = end
    this.#place = line ? 'start' : 'skipping'
    if (line) this.#passLineEnd()
  }

  #breakRow(broken: string, end: number): void {
    const raw = this.#buffer.slice(this.#rowStart, Math.min(end, this.#rowStart + RAW))
    this.#rows.push({ number: this.#number, cells: [], raw, broken })
    this.#number++
    this.#cells = []
    this.#taken = ''
  }

  /** Forgets the rows that are done. */
  #compact(): void {
    const from = this.#place === 'skipping' ? this.#at : this.#rowStart
    this.#buffer = this.#buffer.slice(from)
    this.#forgotten += from
    this.#at -= from
    this.#cellStart -= from
    this.#unbroken -= from
    this.#rowStart = 0
  }
}

/** In this order where they do equally well: a comma also stands in numbers and names. */
const DELIMITERS = ['\t', ';', ','] as const

/**
 * Guesses what stands between the cells from the start of a file: the mark, outside quotes, by which the most rows have as many
 * cells as the first. A comma where nothing speaks for any.
 */
export function guessDelimiter(head: string): string {
  let best = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const rows = new CsvParser(delimiter).push(head.endsWith('\n') ? head : `${head}\n`).slice(0, 50)
    const width = rows[0]?.cells.length ?? 0
    const even = rows.filter((row) => row.cells.length === width).length
    // A mark that is not the delimiter cuts quoted cells apart and leaves their quotes behind.
    const isCut = rows[0]?.cells.some((cell) => cell.includes('"')) ?? false
    const score = width < 2 || isCut ? 0 : (width * even) / rows.length
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** Rows of a text stream, in batches; the delimiter is known once the first batch is there. */
export interface RowSource extends AsyncIterable<CsvRow[]> {
  readonly delimiter: string
}

/** Reads delimited text from a stream; the delimiter is guessed from its first piece. */
export function openRows(text: AsyncIterable<string>): RowSource {
  let delimiter = ','
  async function* read() {
    let parser: CsvParser | undefined
    for await (const piece of text) {
      if (parser === undefined) {
        delimiter = guessDelimiter(piece)
        parser = new CsvParser(delimiter)
      }
      yield parser.push(piece)
    }
    yield parser?.end() ?? []
  }
  return {
    [Symbol.asyncIterator]: read,
    get delimiter() {
      return delimiter
    },
  }
}
