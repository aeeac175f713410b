import fc from 'fast-check'
import { expect } from 'vitest'
import { CsvParser, guessDelimiter } from './csv.ts'
import { readWhole } from './read-fixture.ts'
import { headOf, recognise } from './registry.ts'

/** Id of the layout that a text is recognised as. */
export function layoutOf(text: string): string | undefined {
  return recognise(headOf(new TextEncoder().encode(text), 'export.csv'))?.layout.id
}

/** Numbers of a delimited text's rows after its header. */
export function rowNumbers(text: string): number[] {
  const parser = new CsvParser(guessDelimiter(text))
  return [...parser.push(text), ...parser.end()].slice(1).map((row) => row.number)
}

interface Mutations {
  layouts: readonly string[]
  /** Samples of these layouts; their rows are shuffled, cut and mixed. */
  texts: readonly string[]
  /** Cells by which rows are made up. */
  cells: readonly string[]
}

/** Proves that rows of any kind under a known header have one outcome each, and that none makes a reader throw. */
export async function expectOneOutcomeEach({ layouts, texts, cells }: Mutations): Promise<void> {
  const own = texts.map((text) => text.split('\n'))
  const row = fc.oneof(
    fc.constantFrom(...own.flat()),
    fc.string(),
    fc.array(fc.constantFrom(...cells, '"', '', '\u2212'), { maxLength: 25 }).map(String),
  )
  const header = fc.constantFrom(...own.map(([first = '']) => first))
  await fc.assert(
    fc.asyncProperty(header, fc.array(row, { maxLength: 8 }), fc.constantFrom(...layouts), async (first, body, layout) => {
      const text = [first, ...body].join('\n')
      expect((await readWhole(layout, text, { chunk: 29 })).outcomes.map((one) => one.row)).toEqual(rowNumbers(text))
    }),
  )
}
