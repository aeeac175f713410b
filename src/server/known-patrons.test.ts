import { expect, test } from 'vitest'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'

const book = 'main'

/** A venture with three sponsors of the last year and one of long ago, and an invoice that is no patronage. */
async function withSponsors() {
  const app = await testApp()
  await app.createBook()
  const rows = [
    sponsorship('a', { amount: '$5.00' }),
    sponsorship('b', { amount: '$50.00' }),
    sponsorship('c', { amount: '$9.00', at: '2023-06-17 10:00:00 +0200' }),
    sponsorship('d', { amount: '$900.00', at: '2023-06-14 10:00:00 +0200' }),
  ]
  await app.commit([{ name: 'github.csv', text: githubCsv(...rows) }])
  const [venture] = await app.ask('ventures', { params: { book } })
  if (!venture) throw new Error('The import made no venture.')
  return { ...app, venture: venture.id }
}

test('patrons of the last twelve months are told, the largest first, each with the kind that the owner gave', async () => {
  const { ask, venture } = await withSponsors()
  const params = { book, venture }
  const known = await ask('knownPatrons', { params })
  expect(known.map(({ name, kind, currency }) => [name, kind, currency])).toEqual([
    ['User b', 'unknown', 'EUR'],
    ['User c', 'unknown', 'EUR'],
    ['User a', 'unknown', 'EUR'],
  ])
  expect(known.every(({ net }) => net > 0)).toBe(true)
  await ask('setPatronKind', { params: { book }, body: { patron: known[0]?.patron ?? '', kind: 'organisation' } })
  await ask('setPatronKind', { params: { book }, body: { patron: known[1]?.patron ?? '', kind: 'person' } })
  expect((await ask('knownPatrons', { params })).map(({ kind }) => kind)).toEqual(['organisation', 'person', 'unknown'])
  await ask('setPatronKind', { params: { book }, body: { patron: known[0]?.patron ?? '', kind: 'unknown' } })
  expect((await ask('knownPatrons', { params })).map(({ kind }) => kind)).toEqual(['unknown', 'person', 'unknown'])
  const patrons = known.map(({ patron }) => patron)
  await ask('setPatronKind', { params: { book }, body: { patron: patrons, kind: 'person' } })
  expect((await ask('knownPatrons', { params })).map(({ kind }) => kind)).toEqual(['person', 'person', 'person'])
})

test('who pays for anything but patronage is no patron', async () => {
  const { ask, venture } = await withSponsors()
  const [stream] = await ask('streams', { params: { book } })
  await ask('changeStream', { params: { book, stream: stream?.id ?? 0 }, body: { kind: 'sales' } })
  expect(await ask('knownPatrons', { params: { book, venture } })).toEqual([])
})

test('patrons of a venture that is not there are a problem', async () => {
  const { raw } = await withSponsors()
  expect((await raw('knownPatrons', { params: { book, venture: 99 } })).status).toBe(404)
  expect((await raw('setPatronKind', { params: { book }, body: { patron: '', kind: 'person' } })).status).toBe(400)
  expect((await raw('setPatronKind', { params: { book }, body: { patron: [], kind: 'person' } })).status).toBe(400)
})
