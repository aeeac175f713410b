import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'

const SAMPLE = new URL('../platforms/patreon-members/samples/declined-free-and-yearly-2026.csv', import.meta.url)

test('whose card was declined is told by the newest list of patrons, and nothing where none tells of any', async () => {
  const app = await testApp()
  await app.createBook()
  const params = { book: 'main' }
  expect((await app.ask('crowd', { params })).declined).toBeNull()
  const list = readFileSync(SAMPLE, 'utf8')
  await app.commit([{ name: 'members.csv', text: list }])
  // Of six rows one is declined, with a pledge of 5.00.
  const { declined } = await app.ask('crowd', { params })
  expect(declined).toMatchObject({ patrons: 1, hidden: 0, monthly: [{ currency: 'EUR', amount: 500 }] })
  expect(declined?.day).toMatch(/^\d{4}-\d\d-\d\d$/)
  // A newer list in which the card was charged tells of nobody.
  const charged = list
    .replace('Cy,cy@example.org,,Declined patron', 'Cy,cy@example.org,,Active patron')
    .replaceAll('2026-06-02 09:15:00', '2026-06-03 09:15:00')
  await app.commit([{ name: 'members-later.csv', text: charged }])
  expect((await app.ask('crowd', { params })).declined).toBeNull()
})
