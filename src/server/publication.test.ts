import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'
import { BANK, BOOK, CONTACT, draft, PAGE, SITE, sharingApp } from './publication-fixture.ts'

test('a page about which nothing was said is a private draft, the same whenever it is asked for', async () => {
  const app = await sharingApp()
  const { venture } = await app.venture('Zine shop Ålesund')
  const asked = () => app.ask('publication', { params: { ...BOOK, venture } })
  const first = await asked()
  expect(first).toMatchObject({ venture, visibility: 'private', slug: 'zine-shop-alesund', money: 'percent', since: null, ways: [] })
  expect(first.secret).toMatch(/^[0-9a-f]{32}$/)
  expect(await asked()).toEqual(first)
  expect((await app.raw('publication', { params: { ...BOOK, venture: 99 } })).status).toBe(404)
})

test('what is said of a page is kept, and the days and the secret are the server’s own', async () => {
  const app = await sharingApp()
  const { venture } = await app.venture('Obtool')
  const { secret } = await app.ask('publication', { params: { ...BOOK, venture } })
  const said = await app.publish(venture, { visibility: 'private', ways: [BANK], contact: CONTACT })
  expect(said).toEqual({
    ...draft({ visibility: 'private', contact: CONTACT }),
    ways: [{ ...BANK, since: '2024-06-15' }],
    venture,
    secret,
    since: null,
    formerAccounts: [],
    revision: expect.any(String),
  })
  app.time.now = '2024-07-01T12:00:00Z'
  const published = await app.publish(venture, {
    ways: [{ ...BANK, iban: 'de75 5121 0800 1245 1261 99', bic: 'soladest600' }],
    contact: CONTACT,
  })
  expect(published).toMatchObject({ since: '2024-07-01', secret, ways: [{ iban: BANK.iban, bic: 'SOLADEST600', since: '2024-06-15' }] })
  app.time.now = '2024-07-02T12:00:00Z'
  const moved = await app.publish(venture, { ways: [{ ...BANK, iban: 'GB33BUKB20201555555555' }], contact: CONTACT })
  expect(moved).toMatchObject({ since: '2024-07-01', ways: [{ since: '2024-07-02' }] })
  expect(await app.ask('publication', { params: { ...BOOK, venture } })).toEqual(moved)
})

test('nothing is published before the site has an address', async () => {
  const app = await testApp()
  await app.createBook()
  const { id: venture } = await app.ask('createVenture', { params: BOOK, body: { name: 'Obtool' } })
  const said = await app.raw('setPublication', { params: { ...BOOK, venture }, body: draft() })
  expect(said.status).toBe(409)
  expect(await said.json()).toMatchObject({
    detail: 'Failed to publish: the pages have no public address yet. Set the public address first.',
  })
  await app.ask('setPublication', { params: { ...BOOK, venture }, body: draft({ visibility: 'private' }) })
})

test('in the page no address is asked for, for it is the page’s own', async () => {
  const app = await testApp({ program: { version: 'test', kept: { where: 'memory', lasting: false }, inPage: true } })
  await app.createBook()
  const { id: venture } = await app.ask('createVenture', { params: BOOK, body: { name: 'Obtool' } })
  await app.ask('setPublication', { params: { ...BOOK, venture }, body: draft() })
  const preview = await app.ask('previewPublication', { params: { ...BOOK, venture }, body: draft() })
  expect(preview.url).toBeNull()
  expect(preview.files.map(({ path }) => path)).toEqual(['/api/public/v1/ventures/obtool'])
})

test('a way to pay is published only with a contact, and an account that can be', async () => {
  const app = await sharingApp()
  const { venture } = await app.venture('Obtool')
  expect(await app.refused(venture, { ways: [PAGE] })).toMatchObject({ status: 400, fields: [{ field: 'contact' }] })
  const card = { kind: 'stripe', fee: { fixed: 30, basisPoints: 290 } } as const
  expect(await app.refused(venture, { ways: [card], contact: CONTACT })).toMatchObject({ status: 400, fields: [{ field: 'ways' }] })
  expect((await app.refused(venture, { ways: [{ ...BANK, iban: 'DE75512108001245126198' }], contact: CONTACT })).detail).toContain(
    'this IBAN has check digits that do not fit',
  )
  expect((await app.refused(venture, { ways: [{ ...BANK, bic: 'NOPE' }], contact: CONTACT })).detail).toContain('this BIC')
  expect((await app.refused(venture, { ways: [BANK, BANK], contact: CONTACT })).detail).toContain('more than one')
  await app.publish(venture, { ways: [BANK, PAGE], contact: CONTACT })
  expect(app.record('obtool')).toMatchObject({ contact: CONTACT, ways: [{ iban: BANK.iban, since: '2024-06-15' }, PAGE] })
  await app.publish(venture, { ways: [{ ...BANK, consent: false }] })
  expect(app.record('obtool')).toMatchObject({ contact: null, ways: [] })
})

test('an address belongs to one page, and looks like no secret one', async () => {
  const app = await sharingApp()
  const [one, other] = [await app.venture('Obtool'), await app.venture('Other')]
  await app.publish(one.venture)
  expect(await app.refused(other.venture, {})).toMatchObject({ status: 409 })
  expect(await app.refused(other.venture, { slug: '00112233445566778899aabbccddeeff' })).toMatchObject({ status: 400 })
  const update = { id: 'a', day: '2024-06-01', title: 'News', text: '' }
  expect(await app.refused(other.venture, { slug: 'other', updates: [update, update] })).toMatchObject({ status: 400 })
  await app.ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'en' } })
  const example = { book: 'example' }
  const [first] = await app.ask('ventures', { params: example })
  const taken = await app.raw('setPublication', { params: { ...example, venture: first?.id ?? 0 }, body: draft() })
  expect(taken.status).toBe(409)
})

test('a page moves between nobody, those who have its address, and anybody', async () => {
  const app = await sharingApp()
  const { venture } = await app.venture('Obtool')
  const { secret } = await app.publish(venture)
  const addresses = () => app.square.shelf.ventures().map(({ address, listed }) => [address, listed])
  expect(addresses()).toEqual([['obtool', true]])
  await app.publish(venture, { visibility: 'unlisted' })
  expect(addresses()).toEqual([[secret, false]])
  await app.publish(venture, { visibility: 'private' })
  expect(addresses()).toEqual([])
})

test('sharing tells the site, every venture, and since when accounts stand', async () => {
  const app = await sharingApp()
  const { venture, stream } = await app.venture('Obtool')
  const quiet = await app.venture('Quiet')
  await app.pay(stream, { day: '2024-05-02', amount: 6_500 })
  await app.needs(venture, [{ text: 'Work', amount: 10_000, level: 'enough' }])
  await app.publish(venture, { ways: [BANK], contact: CONTACT })
  const sharing = await app.ask('sharing', { params: BOOK })
  expect(sharing.site).toMatchObject({ url: SITE, name: 'Ada’s things', fixed: false, listening: 'off', stripe: false, mail: false })
  const told = {
    venture,
    name: 'Obtool',
    archived: false,
    visibility: 'public',
    money: 'percent',
    path: '/v/obtool',
    url: `${SITE}/v/obtool`,
  }
  expect(sharing.ventures.find((one) => one.venture === venture)).toEqual({ ...told, percent: 65, asOf: '2024-05-31', unconverted: [] })
  const nothing = { path: null, url: null, percent: null, asOf: null, unconverted: [] }
  const silent = { venture: quiet.venture, name: 'Quiet', archived: false, visibility: 'private', money: 'percent', ...nothing }
  expect(sharing.ventures.find((one) => one.venture === quiet.venture)).toEqual(silent)
  expect(sharing.accounts).toEqual([{ venture, holder: BANK.holder, iban: BANK.iban, since: '2024-06-15', until: null }])
})

test('only accounts that stand on a page are told as such', async () => {
  const app = await sharingApp()
  const { venture } = await app.venture('Obtool')
  const told = async () => (await app.ask('sharing', { params: BOOK })).accounts.length
  await app.publish(venture, { visibility: 'private', ways: [BANK], contact: CONTACT })
  expect(await told()).toBe(0)
  await app.publish(venture, { ways: [{ ...BANK, consent: false }], contact: CONTACT })
  expect(await told()).toBe(0)
  await app.publish(venture, { ways: [BANK], contact: CONTACT })
  expect(await told()).toBe(1)
})

test('the address of the site has no path, and is not taken from the environment', async () => {
  const app = await sharingApp()
  expect((await app.raw('setSite', { body: { url: 'https://fund.example/pages' } })).status).toBe(400)
  await app.ask('setSite', { body: { url: 'https://other.example/' } })
  expect((await app.ask('sharing', { params: BOOK })).site.url).toBe('https://other.example')
  app.square.urlFixed = true
  expect((await app.raw('setSite', { body: { url: SITE } })).status).toBe(409)
  await app.ask('setSite', { body: { name: 'Renamed' } })
  expect(app.square.shelf.site()).toEqual({ url: 'https://other.example', name: 'Renamed' })
})

test('every account that stood on a page is told with its days, and whatever a caller says of them is not looked at', async () => {
  const app = await sharingApp()
  const { venture } = await app.venture('Obtool')
  const other = 'GB33BUKB20201555555555'
  await app.publish(venture, { ways: [BANK], contact: CONTACT })
  app.time.now = '2024-07-01T12:00:00Z'
  const made = { ...draft(), ways: [{ ...BANK, iban: other }], contact: CONTACT, formerAccounts: [] }
  await app.ask('setPublication', { params: { ...BOOK, venture }, body: made })
  app.time.now = '2024-07-05T12:00:00Z'
  await app.publish(venture, { ways: [{ ...BANK, iban: other, consent: false }], contact: CONTACT })
  const told = async () => (await app.ask('sharing', { params: BOOK })).accounts.map(({ iban, since, until }) => [iban, since, until])
  const former = [
    [other, '2024-07-01', '2024-07-05'],
    [BANK.iban, '2024-06-15', '2024-07-01'],
  ]
  expect(await told()).toEqual(former)
  await app.publish(venture, { ways: [BANK], contact: CONTACT })
  expect(await told()).toEqual([[BANK.iban, '2024-07-05', null], ...former])
  expect(JSON.stringify(app.record('obtool'))).not.toContain(other)
})

test('a page that was changed elsewhere does not give way in silence', async () => {
  const app = await sharingApp()
  const { venture } = await app.venture('Obtool')
  const params = { ...BOOK, venture }
  const { revision } = await app.ask('publication', { params })
  const saved = await app.ask('setPublication', { params, body: { ...draft({ title: 'First tab' }), revision } })
  expect((await app.ask('publication', { params })).revision).toBe(saved.revision)
  const late = await app.raw('setPublication', { params, body: { ...draft({ title: 'Second tab' }), revision } })
  expect([late.status, ((await late.json()) as { detail: string }).detail]).toEqual([409, expect.stringContaining('Open it in a new tab')])
  expect(await app.ask('publication', { params })).toMatchObject({ title: 'First tab' })
  await app.ask('setPublication', { params, body: { ...draft({ title: 'Second tab' }), revision: saved.revision } })
})

test('an unlisted page gets another secret address, and the one before is gone at once', async () => {
  const app = await sharingApp()
  const { venture, stream } = await app.venture('Obtool')
  await app.pay(stream, { day: '2024-05-02', amount: 6_500 })
  await app.needs(venture, [{ text: 'Work', amount: 10_000, level: 'enough' }])
  const before = await app.publish(venture, { visibility: 'unlisted' })
  await app.pay(stream, { day: '2024-05-03', amount: 2_000 })
  const after = await app.ask('renewPublicationAddress', { params: { ...BOOK, venture } })
  expect(after).toEqual({ ...before, secret: expect.stringMatching(/^[0-9a-f]{32}$/), revision: after.revision })
  expect([after.secret, after.revision]).not.toEqual([before.secret, before.revision])
  // The percentage still changes once a day at most.
  expect(app.square.shelf.ventures().map(({ address }) => address)).toEqual([after.secret])
  expect(app.record(after.secret)).toMatchObject({ carried: { percent: 65 } })
  expect(await app.ask('publication', { params: { ...BOOK, venture } })).toEqual(after)
})
