import { expect, test } from 'vitest'
import type { Publication } from '#domain/publication.ts'
import { PATRONAGE_CHECKS } from './patronage-form.ts'
import { fullPage } from './patronage-fixture.ts'
import { BOOK, drivers, importLines, opened, payment } from './storage-fixture.ts'

const FORMER = { holder: 'A. Maker', iban: 'DE89370400440532013000', from: '2024-01-02', until: '2024-05-01' }
const check = (page: unknown) => PATRONAGE_CHECKS['publication']?.(page)

/** A page as a program wrote it that kept no former accounts. */
function olderPage(venture: number): Publication {
  const { formerAccounts: _, ...page } = fullPage(venture)
  return page as Publication
}

test('a page of a book file may tell of former accounts, and need not', () => {
  expect(check({ ...fullPage(1), formerAccounts: [FORMER] })).toBeUndefined()
  expect(check(olderPage(1))).toBeUndefined()
  expect(check({ ...fullPage(1), formerAccounts: [{ ...FORMER, iban: '<b>' }] })).toBe('.formerAccounts[0].iban')
  expect(check({ ...fullPage(1), formerAccounts: [{ ...FORMER, until: 'soon' }] })).toBe('.formerAccounts[0].until')
})

test.each(drivers)('%s: a page that an older program kept has no former accounts', async (_, open) => {
  const storage = await opened(open)
  await importLines(storage, [payment('a')])
  const [venture] = await storage.ventures(BOOK)
  await storage.write(BOOK, (writer) => writer.setPublication(olderPage(venture?.id ?? 0)))
  expect(await storage.publications(BOOK)).toEqual([fullPage(venture?.id ?? 0)])
  await storage.close()
})
