import { expect, test as base } from 'playwright/test'
import { besideServer } from './server.ts'
import { importTwoFiles } from './two-files.ts'

export { expect } from 'playwright/test'

/** The book of the two files: where it is, its running day, and its last full month. */
interface ImportedBook {
  /** Ends in a slash. */
  url: string
  today: string
  last: string
}

/** The files are imported by the page, once for all journeys of a worker; each begins with the book as it was then. */
export const test = base.extend<{ book: ImportedBook }, { imported: ImportedBook & { file: string } }>({
  imported: [
    async ({ browser }, use) =>
      besideServer(async ({ url }) => {
        const page = await browser.newPage({ baseURL: url, locale: 'en-IE' })
        const days = await importTwoFiles(page)
        await page.close()
        const exported = await fetch(`${url}api/v1/books/main/book-file`)
        expect(exported.ok, exported.statusText).toBe(true)
        await use({ url, ...days, file: await exported.text() })
      }),
    { scope: 'worker' },
  ],
  book: async ({ imported: { file, ...book } }, use) => {
    await restore(book.url, file)
    await use(book)
  },
  baseURL: async ({ book }, use) => use(book.url),
})

async function restore(url: string, content: string): Promise<void> {
  const post = async (path: string, type: string, body: string) => {
    const answer = await fetch(`${url}api/v1/${path}`, { method: 'POST', headers: { 'content-type': type }, body })
    const said = await answer.text()
    expect(answer.ok, `${path}: ${said}`).toBe(true)
    return said
  }
  const { file }: { file: string } = JSON.parse(await post('files', 'application/octet-stream', content))
  await post('books/restore', 'application/json', JSON.stringify({ file, replace: true }))
}
