import { describe, expect, test } from 'vitest'
import { fullPage, idOf, pledgeOf } from './patronage-fixture.ts'
import { bookFile, drivers, importLines, linesOf, opened, payment, refund } from './storage-fixture.ts'
import type { Storage } from './storage.ts'

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

/** A book with a fact of every kind. */
async function fullBook(storage: Storage): Promise<string[]> {
  const { stream } = await importLines(storage, [payment('a'), refund('r', 'a')])
  const venture = (await storage.ventures('main'))[0]?.id ?? 0
  await storage.write('main', async (writer) => {
    await writer.setTarget('2024-01', { bare: 1, enough: 2, comfortable: 3 })
    await writer.setOwnRate({ currency: 'RUB', against: 'EUR', from: '2024-01-01', rate: '0.01' })
    await writer.addByHand(stream, { ...payment('x'), note: 'by hand' })
    await writer.edit(stream, 'a', { gross: 5, note: 'mine', deleted: true })
    await writer.setVentureTarget({ venture, from: '2024-01', needs: [{ text: 'Servers', amount: 90_00, level: 'bare' }] })
    await writer.setPublication(fullPage(venture))
    await writer.putPledge(pledgeOf(idOf(1), venture))
    await writer.linkPledge({ pledge: idOf(1), stream, key: 'a', paid: true })
    await writer.setPatronKind('somebody', 'organisation')
  })
  return (await bookFile(storage)).trimEnd().split('\n')
}

/** Facts that no book holds, each made of one that it does. */
const CHANGES: readonly (readonly [title: string, from: string | RegExp, to: string, says: string])[] = [
  [
    'a zone that nobody knows',
    '"zone":"Europe/Berlin"',
    '"zone":"Mars/Base"',
    'line 1 of the book file has no book that can be kept: zone is "Mars/Base"',
  ],
  ['a home currency that is none', '"homeCurrency":"EUR"', '"homeCurrency":"ABC"', 'homeCurrency is "ABC"'],
  ['a version that is no number', '"version":2', '"version":"x"', 'version is "x"'],
  ['a venture that is nothing', /"venture":\{.*\}\}$/m, '"venture":null}', 'has no venture that can be kept: all of it is null'],
  ['a kind of stream that is none', '"kind":"patronage"', '"kind":"gift"', 'kind is "gift"'],
  ['a stream of no venture', '"stream":{"id":2,"venture":1', '"stream":{"id":2,"venture":9', 'speaks of venture 9'],
  ['money in a fraction', '"gross":1000', '"gross":10.5', 'sighting.gross is 10.5'],
  ['money as a text', '"gross":1000', '"gross":"1000"', 'sighting.gross is "1000"'],
  ['more money than there is', '"gross":1000', '"gross":100000000000000', 'is too large to be an income'],
  ['a day that does not exist', '"at":"2024-05-03T10:00:00Z"', '"at":"2024-02-30"', 'sighting.at is "2024-02-30"'],
  ['a currency that is none', '"currency":"USD"', '"currency":"XYZ"', 'sighting.currency is "XYZ"'],
  ['months without end', /("sighting":.*"months":)1/, '$11000000000', 'sighting.months is 1000000000'],
  ['a pledge without end', /("pledge":\{.*"months":)1/, '$11000000000', 'has no pledge that can be kept: months is 1000000000'],
  ['a line without a source', /"imports":\[\d+\]/, '"imports":[]', 'imports is []'],
  ['a line of an import that is not there', /"imports":\[3\]/, '"imports":[77]', 'speaks of import 77'],
  ['a line of a stream that is not there', '"line":{"stream":2', '"line":{"stream":9', 'speaks of stream 9'],
  ['a field that no fact has', '"gross":1000', '"gross":1000,"other":1', 'sighting.other is 1'],
  ['an edit to nonsense', '"note":"mine"', '"note":5', 'changes.note is 5'],
  ['a target of no month', '"from":"2024-01"', '"from":"2024-13"', 'from is "2024-13"'],
  ['needs of a venture that is not there', /("need":.*"venture":)1/, '$19', 'speaks of venture 9'],
  ['a need for nothing', '"amount":9000', '"amount":0', 'has no need that can be kept: needs[0].amount is 0'],
  ['a page of a venture that is not there', /("publication":.*"venture":)1/, '$19', 'speaks of venture 9'],
  ['a page that is shown to whom nobody knows', '"visibility":"public"', '"visibility":"friends"', 'visibility is "friends"'],
  ['a page with a link that runs', '"https://obtool.example/"', '"javascript:alert(1)"', 'link is "javascript:alert(1)"'],
  ['a page at another address', '"slug":"obtool"', '"slug":"../x"', 'slug is "../x"'],
  ['a way to pay that nobody knows', '"kind":"stripe"', '"kind":"magic"', 'ways[0].kind is "magic"'],
  ['a way to pay with a link that runs', '"https://github.com/sponsors/x"', '"data:text/html,x"', 'ways[2].url is "data:text/html,x"'],
  ['an account that is none', '"iban":"DE89370400440532013000"', '"iban":"12"', 'ways[1].iban is "12"'],
  ['a pledge for a venture that is not there', /("pledge":\{.*"venture":)1/, '$19', 'speaks of venture 9'],
  ['a pledge of nothing', '"amount":500', '"amount":-500', 'has no pledge that can be kept: amount is -500'],
  ['a decision about a pledge that is not there', `"link":{"pledge":"${idOf(1)}"`, '"link":{"pledge":"other"', 'speaks of pledge other'],
  ['a decision about a stream that is not there', /("link":.*"stream":)2/, '$19', 'speaks of stream 9'],
  ['a patron of no kind', '"kind":"organisation"}}', '"kind":"unknown"}}', 'kind is "unknown"'],
  ['a rate that is none', '"rate":"0.01"', '"rate":"abc"', 'rate is "abc"'],
  ['a fact of an unknown kind', '"target":', '"goal":', 'is of no kind that Enough knows'],
  [
    'a second fact in one place',
    '"stream":{"id":2',
    '"venture":{"id":1,"name":"V","work":"basic","archived":false,"automatic":true}}\n{"stream":{"id":2',
    '',
  ],
]

const [[, openMemory] = []] = drivers

const cases = CHANGES.map(([title, from, to, says]) => ({ title, from, to, says }))

test.each(cases)('a book file with $title is refused in one sentence, which says where', async ({ from, to, says }) => {
  if (!openMemory) throw new Error('There is no storage to test.')
  const storage = await opened(openMemory)
  const lines = await fullBook(storage)
  const changed = lines.join('\n').replace(from, to)
  expect(changed).not.toBe(lines.join('\n'))
  const count = changed.split('\n').length - 1
  const restoring = storage.restore('copy', linesOf(changed.replace(/"lines":\d+/, `"lines":${count}`)))
  const message = await restoring.then(
    () => 'It was restored.',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  expect(message).toMatch(/^Failed to restore: .+\. Use another copy\.$/)
  expect(message).toContain(says)
  expect(await storage.book('copy')).toBeUndefined()
})

test('a book file with a fact of every kind is restored as it is', async () => {
  if (!openMemory) throw new Error('There is no storage to test.')
  const storage = await opened(openMemory)
  const lines = await fullBook(storage)
  await storage.restore('copy', linesOf(lines.join('\n')))
  expect((await bookFile(storage, 'copy')).trimEnd().split('\n')).toEqual(lines)
})

test('a book that says nothing of needs, pages and pledges is written in the first form, so that an earlier program reads it', async () => {
  if (!openMemory) throw new Error('There is no storage to test.')
  const storage = await opened(openMemory)
  await importLines(storage, [payment('a')])
  const version = async () => JSON.parse((await bookFile(storage)).split('\n')[0] ?? '') as unknown
  expect(await version()).toMatchObject({ enough: 'book', version: 1 })
  await storage.write('main', (writer) => writer.setPatronKind('somebody', 'person'))
  expect(await version()).toMatchObject({ enough: 'book', version: 2 })
})
