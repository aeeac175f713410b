import { describe, expect, test } from 'vitest'
import { bookFile, drivers, importLines, linesOf, opened, payment } from './storage-fixture.ts'

for (const [name, open] of drivers) {
  describe(`${name}: a book file`, () => {
    test('that is cut, changed or of another kind is refused and leaves no book', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('a'), payment('b')])
      const lines = (await bookFile(storage)).trimEnd().split('\n')
      const wrong = [lines.slice(0, -1), lines.toSpliced(4, 1), ['{"a":1}'], ['no json'], [], lines.with(3, '{"cut')]
      for (const text of wrong) {
        await expect(storage.restore('copy', linesOf(text.join('\n')))).rejects.toThrow(/^Failed to restore: .+\. .+\.$/)
        expect(await storage.book('copy')).toBeUndefined()
      }
    })
  })
}
