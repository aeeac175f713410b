/** What a text asks of the parser. */
export interface MarkdownWork {
  /** Lines, and the quotes and lists that they begin. */
  lines: number
  /** How many quotes and lists begin in one line: how deep they may lie in each other. */
  depth: number
  /** Marks that may open or close something. */
  marks: number
  /** The marks of the paragraph that has most of them. */
  dense: number
}

/**
 * The most that is parsed. The parser's time grows with the square of the brackets and stars of one paragraph and of the items of
 * lists, so that 20 kB of nothing else would hold a page up for seconds. What a person writes in 20 kB stays below.
 */
export const MOST_WORK: MarkdownWork = { lines: 800, depth: 12, marks: 1_600, dense: 400 }

const MARK = /[*_`[\]<&\\!]/g
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/
const CONTAINER = />|[-+*]|\d+/g
/** Where a paragraph ends at the latest: at an empty line, and where an item of a list begins. */
const PARAGRAPH_END = /^[ \t]*$|^ {0,3}[-+*] +\S/

export function markdownWork(text: string): MarkdownWork {
  const work: MarkdownWork = { lines: 0, depth: 0, marks: 0, dense: 0 }
  let paragraph = 0
  for (const line of text.split(/\r\n|\r|\n/)) {
    const depth = CONTAINERS.exec(line)?.[0].match(CONTAINER)?.length ?? 0
    const marks = line.match(MARK)?.length ?? 0
    paragraph = PARAGRAPH_END.test(line) ? marks : paragraph + marks
    work.lines += 1 + depth
    work.marks += marks
    work.depth = Math.max(work.depth, depth)
    work.dense = Math.max(work.dense, paragraph)
  }
  return work
}

/** Whether a text is more than is parsed. */
export function isTooMuch(text: string): boolean {
  const { lines, depth, marks, dense } = markdownWork(text)
  return lines > MOST_WORK.lines || depth > MOST_WORK.depth || marks > MOST_WORK.marks || dense > MOST_WORK.dense
}
