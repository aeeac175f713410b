import { expect, test, vi } from 'vitest'
import { githubCsv, sponsorship } from './app-fixture.ts'
import { createPublisher } from './publisher.ts'
import { BOOK, draft, sharingApp, type SharingApp } from './publication-fixture.ts'

const NEED = [{ text: 'Work', amount: 10_000, level: 'enough' as const }]

async function published(change: Parameters<typeof draft>[0] = {}) {
  const app = await sharingApp()
  const { venture, stream } = await app.venture('Obtool')
  await app.needs(venture, NEED)
  await app.pay(stream, { day: '2024-05-02', amount: 6_900 })
  await app.publish(venture, change)
  return { ...app, id: venture, stream }
}

/** What the shelf says once everything that was asked is done. */
async function settled(app: Pick<SharingApp, 'square'>, check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 2_000, interval: 5 })
  expect(app.square.shelf.ventures().length).toBeLessThan(9)
}

test('whatever changes a book changes its pages, behind the answer', async () => {
  const app = await published({ money: 'exact' })
  expect(app.record('obtool')).toMatchObject({ carried: { percent: 69, net: 6_900, enough: 10_000, month: '2024-05' } })
  await app.pay(app.stream, { day: '2024-05-03', amount: 600 })
  await settled(app, () => expect(app.record('obtool')).toMatchObject({ carried: { percent: 75 } }))
  await app.needs(app.id, [{ text: 'Work', amount: 15_000, level: 'enough' }])
  await settled(app, () => expect(app.record('obtool')).toMatchObject({ carried: { percent: 50 }, needs: [{ amount: 15_000 }] }))
})

test('an import changes them when its job is done, and they claim no month that it does not reach', async () => {
  const app = await published({ money: 'exact' })
  await app.commit([{ name: 'sponsors.csv', text: githubCsv(sponsorship('1'), sponsorship('2', { at: '2024-06-10 10:00:00 +0200' })) }])
  const streams = await app.ask('streams', { params: BOOK })
  const imported = streams.find(({ platform }) => platform === 'github-sponsors')
  await app.ask('changeStream', { params: { ...BOOK, stream: imported?.id ?? 0 }, body: { venture: app.id } })
  // $5.00 of 7 May at the reference rate of that day.
  await settled(app, () => expect(app.record('obtool')).toMatchObject({ carried: { month: '2024-05', net: 6_900 + 464 } }))
  app.time.now = '2024-08-10T12:00:00Z'
  await app.pay(app.stream, { day: '2024-07-01', amount: 100 })
  await settled(app, () => expect(app.record('obtool')).toMatchObject({ carried: { month: '2024-05', running: { month: '2024-08' } } }))
  await app.ask('changeStream', { params: { ...BOOK, stream: imported?.id ?? 0 }, body: { archived: true } })
  await settled(app, () => expect(app.record('obtool')).toMatchObject({ carried: { month: '2024-07', net: 100 } }))
})

test('a new day, and nothing else, publishes another percentage', async () => {
  const app = await published()
  const publisher = createPublisher({ ...app, clock: () => app.time.now, log: (_, error) => app.errors.push(error) })
  const percent = () => (app.record('obtool') as { carried: { percent: number } }).carried.percent
  await publisher.tick()
  expect(percent()).toBe(65)
  await app.pay(app.stream, { day: '2024-05-03', amount: 2_000 })
  await publisher.tick()
  expect(percent()).toBe(65)
  app.time.now = '2024-06-16T12:00:00Z'
  await publisher.tick()
  expect(percent()).toBe(85)
  // Neither a withdrawal nor another address makes it move twice in one day.
  await app.pay(app.stream, { day: '2024-05-04', amount: 2_000 })
  await app.publish(app.id, { visibility: 'private' })
  await app.publish(app.id, { slug: 'moved' })
  expect(app.record('moved')).toMatchObject({ carried: { percent: 85 } })
  expect(app.errors).toEqual([])
})

test('a month of which nothing was typed in yet is no month without money', async () => {
  const app = await published()
  const publisher = createPublisher({ ...app, clock: () => app.time.now, log: (_, error) => app.errors.push(error) })
  app.time.now = '2024-09-02T12:00:00Z'
  await publisher.tick()
  expect(app.record('obtool')).toMatchObject({ carried: { percent: 65, month: '2024-05', asOf: '2024-05-31' } })
})

test('an archived venture is not public, and is again when it is taken back', async () => {
  const app = await published()
  const { secret } = await app.ask('publication', { params: { ...BOOK, venture: app.id } })
  const other = await app.venture('Other')
  await app.publish(other.venture, { slug: 'other', overflow: { on: true, peers: [{ title: 'Obtool', address: 'obtool' }] } })
  const archive = (archived: boolean) => app.ask('changeVenture', { params: { ...BOOK, venture: app.id }, body: { archived } })
  await archive(true)
  await settled(app, () => expect(app.square.shelf.ventures().map(({ address }) => address)).toEqual(['other']))
  const shared = (await app.ask('sharing', { params: BOOK })).ventures.find(({ venture }) => venture === app.id)
  expect(shared).toMatchObject({ archived: true, visibility: 'private', path: null, url: null })
  // What was said of the page is kept, and stays out of sight whatever is said besides.
  await app.publish(app.id, { visibility: 'unlisted' })
  const preview = await app.ask('previewPublication', { params: { ...BOOK, venture: app.id }, body: draft() })
  expect(preview.files).toEqual([])
  expect(app.square.shelf.venture(secret)).toBeUndefined()
  await archive(false)
  await settled(app, () => expect(app.square.shelf.venture(secret)).toBeDefined())
})

test('a month with money that has no rate tells no percentage, and its owner hears why', async () => {
  const app = await published()
  const money = { stream: app.stream, day: '2024-05-09', currency: 'RUB', amount: 100_000 }
  await app.ask('addEntry', { params: BOOK, body: money })
  await settled(app, () => expect(app.record('obtool')).toMatchObject({ carried: null, needs: [{ percent: 100 }] }))
  const shared = async () => (await app.ask('sharing', { params: BOOK })).ventures.find(({ venture }) => venture === app.id)
  expect(await shared()).toMatchObject({ percent: null, unconverted: ['RUB'] })
  const preview = () => app.ask('previewPublication', { params: { ...BOOK, venture: app.id }, body: draft() })
  expect((await preview()).reveals.join(' ')).toContain('money in RUB without a rate')
  await app.ask('setOwnRate', { params: BOOK, body: { currency: 'RUB', against: 'EUR', from: '2024-01-01', rate: '0.01' } })
  app.time.now = '2024-06-16T12:00:00Z'
  await app.publish(app.id, { title: 'Again' })
  await settled(app, () => expect(app.record('obtool')).toMatchObject({ carried: { percent: 75 } }))
  expect(await shared()).toMatchObject({ percent: 75, unconverted: [] })
  expect((await preview()).reveals.join(' ')).not.toContain('RUB')
})

test('what nothing has changed is not read again, and writes nothing', async () => {
  const app = await published()
  const publisher = createPublisher({ ...app, clock: () => app.time.now, log: (_, error) => app.errors.push(error) })
  await publisher.refresh()
  const reading = vi.spyOn(app.storage, 'publications')
  const version = app.square.shelf.version()
  await publisher.refresh()
  await publisher.tick()
  expect(reading).not.toHaveBeenCalled()
  expect(app.square.shelf.version()).toBe(version)
})

test('a deleted book takes its pages along, and a restored one brings its own', async () => {
  const app = await published()
  const file = await app.bookFile()
  await app.ask('deleteBook', { params: BOOK })
  await settled(app, () => expect(app.square.shelf.ventures()).toEqual([]))
  const spooled = await app.spoolText({ name: 'book', text: file })
  await app.ask('restoreBook', { body: { file: spooled, replace: false } })
  await settled(app, () => expect(app.record('obtool')).toMatchObject({ carried: { percent: 65 } }))
})

test('listening is looked after when what is published changes, and only then', async () => {
  const app = await sharingApp()
  const ensure = vi.spyOn(app.square, 'ensure')
  const { venture, stream } = await app.venture('Obtool')
  await app.publish(venture)
  expect(ensure).toHaveBeenCalledTimes(1)
  await app.pay(stream, { day: '2024-05-02', amount: 6_900 })
  await app.publish(venture, { title: 'Obtool 2' })
  expect(ensure).toHaveBeenCalledTimes(1)
  await app.publish(venture, { visibility: 'private' })
  expect(ensure).toHaveBeenCalledTimes(2)
})

test('what goes wrong goes to the log, and the request is answered', async () => {
  const app = await published()
  vi.spyOn(app.storage, 'coverage').mockRejectedValueOnce(new Error('The disk is gone.'))
  await app.publish(app.id, { title: 'Renamed' })
  expect(app.errors).toEqual([new Error('The disk is gone.')])
  await app.publish(app.id, { title: 'Renamed' })
  expect(app.record('obtool')).toMatchObject({ title: 'Renamed' })
})
