import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'

const params = { book: 'main' }

const KO_FI =
  'DateTime (UTC),From,Message,Item,Received,Given,Currency,TransactionType,TransactionId,Reference,SalesTax,PaymentProvider,BuyerEmail'
const koFi = (...rows: string[]) => [KO_FI, ...rows, ''].join('\n')
/** A payment on Ko-fi of some euros; `reference` is the id by which its provider knows it. */
const support = (id: string, { day = '2024-05-03', name = 'Ada', euros = 5, reference = '' } = {}) =>
  `${day} 13:04:05,${name},,Ko-fi Support,${euros}.00,0,EUR,Donation,${id},${reference},0,PayPal,`

const PAYPAL =
  '"Date","Time","Time Zone","Description","Currency","Gross","Fee","Net","Balance","Transaction ID","From Email Address","Name","Bank Name","Bank Account","Shipping and Handling Amount","Sales Tax","Invoice ID","Reference Txn ID"'
const payPal = (...rows: string[]) => [PAYPAL, ...rows, ''].join('\n')
const received = (id: string, { day = '05/13/2024', name = 'Ada', euros = 5 } = {}) =>
  `"${day}","15:04:05","Europe/Berlin","Website Payment","EUR","${euros}.00","-0.47","${euros - 1}.53","","${id}","","${name}","","","","","",""`

const STRIPE =
  'balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,charge_id'

async function begun(...files: { name: string; text: string }[]) {
  const app = await testApp()
  await app.createBook()
  const reports = []
  for (const file of files) reports.push(...(await app.commit([file])).files)
  return { ...app, reports }
}

const total = async ({ ask }: Pick<Awaited<ReturnType<typeof testApp>>, 'ask'>) => {
  const { sums } = await ask('entries', { params })
  return sums.net
}

test("Ko-fi's payments in PayPal wait for the user, count once when accepted, and twice again when that is taken back", async () => {
  const days = ['13', '14', '15', '16', '20', '21']
  const app = await begun(
    {
      name: 'kofi.csv',
      text: koFi(...days.map((day, i) => support(`tx${i}`, { day: `2024-05-${day}`, name: `Payer ${i}`, euros: 5 + i }))),
    },
    {
      name: 'paypal.csv',
      text: payPal(...days.map((day, i) => received(`PP00000000000000${i}`, { day: `05/${day}/2024`, name: `Payer ${i}`, euros: 5 + i }))),
    },
  )
  expect(app.reports.map(({ doublesProposed, doublesProven }) => [doublesProposed, doublesProven])).toEqual([
    [0, 0],
    [6, 0],
  ])
  const once = 5 + 6 + 7 + 8 + 9 + 10
  expect(await total(app)).toBe(once * 200 - 6 * 47)
  const waiting = await app.ask('doubles', { params })
  expect(waiting).toMatchObject({
    matching: 6,
    effect: { currency: 'EUR', net: -once * 100, unknown: 0 },
    numbers: { proposed: 6, proven: 0 },
    streams: [{ countsName: 'Ko-fi', coveredName: 'PayPal', proposed: 6 }],
  })
  const [first] = waiting.doubles
  expect(first).toMatchObject({
    kind: 'pair',
    state: 'proposed',
    counts: [{ streamName: 'Ko-fi' }],
    covered: { streamName: 'PayPal', fees: 47 },
    counted: { currency: 'EUR', net: 953 },
  })
  expect(first?.reasons.join(' ')).toContain('The same payer: Payer 5.')
  const file = await app.bookFile()
  const decided = await app.ask('decideDouble', { params: { ...params, double: first?.id ?? '' }, body: { same: true } })
  expect(decided.numbers).toMatchObject({ proposed: 5, accepted: 1 })
  expect(await total(app)).toBe(once * 200 - 6 * 47 - 1000)
  await app.ask('undecideDouble', { params: { ...params, double: first?.id ?? '' } })
  expect(await app.bookFile()).toBe(file)
  expect(await total(app)).toBe(once * 200 - 6 * 47)

  const { counts = 0, covered = 0 } = waiting.streams[0] ?? {}
  const ruled = await app.ask('decideDoubleRule', { params, body: { counts, covered, same: true } })
  expect(ruled).toMatchObject({ numbers: { proposed: 0, ruled: 6 }, streams: [{ ruled: true, settled: 6 }] })
  expect(await total(app)).toBe(once * 100 - 6 * 47)
  await app.ask('decideDouble', { params: { ...params, double: first?.id ?? '' }, body: { same: false } })
  expect(await total(app)).toBe(once * 100 - 6 * 47 + 1000)
  expect((await app.ask('doubles', { params: { ...params, state: 'refused' } })).doubles).toMatchObject([
    { id: first?.id, state: 'refused' },
  ])
  await app.ask('undecideDouble', { params: { ...params, double: first?.id ?? '' } })
  await app.ask('decideDoubleRule', { params, body: { counts, covered, same: false } })
  expect(await app.bookFile()).toBe(file)
})

test("an amount that is changed on a line with a processor's amounts stands beside the fees that are shown there", async () => {
  const app = await begun(
    { name: 'kofi.csv', text: koFi(support('tx1', { day: '2024-05-13' })) },
    { name: 'paypal.csv', text: payPal(received('PP000000000000001')) },
  )
  const [double] = (await app.ask('doubles', { params })).doubles
  await app.ask('decideDouble', { params: { ...params, double: double?.id ?? '' }, body: { same: true } })
  const entry = double?.counts[0]?.id ?? ''
  expect(await app.ask('entry', { params: { ...params, entry } })).toMatchObject({ gross: 500, fees: 47, net: 453 })
  const edited = await app.ask('editEntry', { params: { ...params, entry }, body: { edit: { gross: 700 } } })
  expect(edited).toMatchObject({ gross: 700, fees: 47, net: 653, told: { gross: 500, fees: 0 } })
  expect(await total(app)).toBe(653)
  await app.ask('editEntry', { params: { ...params, entry }, body: { edit: null } })
  expect(await total(app)).toBe(453)
})

test("Stripe's id in a row of Ko-fi proves it: it is applied at once and said, and undoing Ko-fi's file gives Stripe's line back", async () => {
  const app = await begun(
    {
      name: 'stripe.csv',
      text: `${STRIPE}\ntxn_1,2024-05-14 10:00:00,2024-05-16 00:00:00,eur,60.00,1.80,58.20,charge,ch_3Abc,Membership,ch_3Abc\n`,
    },
    { name: 'kofi.csv', text: koFi(support('tx1', { day: '2024-05-13', euros: 60, reference: 'ch_3Abc' })) },
  )
  expect(app.reports.map(({ doublesProven }) => doublesProven)).toEqual([0, 1])
  expect(await total(app)).toBe(5820)
  const { doubles } = await app.ask('doubles', { params: { ...params, state: 'proven' } })
  expect(doubles).toMatchObject([
    { reasons: ['The id ch_3Abc stands in both.'], counts: [{ streamName: 'Ko-fi', fees: 180 }], covered: { uncounted: 'double' } },
  ])
  const imports = await app.ask('imports', { params })
  await app.ask('undoImport', { params: { ...params, import: imports[0]?.id ?? 0 } })
  expect((await app.ask('entries', { params })).entries).toMatchObject([{ streamName: 'Stripe', net: 5820 }])
})

test('one account in two streams waits to be counted once, line by line or all at once, and can be taken back', async () => {
  const app = await testApp()
  await app.createBook()
  const text = payPal(received('PP000000000000001', { euros: 17 }), received('PP000000000000002', { euros: 5 }))
  await app.commit([{ name: 'paypal.csv', text }])
  const once = await total(app)
  await app.commit([{ name: 'again.csv', text: text.replace('Ada', 'Ada L.'), more: { destinations: [{ streamName: 'Second' }] } }])
  expect(await total(app)).toBe(2 * once)
  const file = await app.bookFile()
  const waiting = await app.ask('doubles', { params })
  expect(waiting).toMatchObject({ matching: 2, streams: [{ countsName: 'PayPal', coveredName: 'Second', proposed: 2 }] })
  expect(waiting.doubles[0]?.reasons).toContain('The same id stands in both.')
  const { counts = 0, covered = 0 } = waiting.streams[0] ?? {}
  await app.ask('decideDoubleRule', { params, body: { counts, covered, same: true } })
  expect(await total(app)).toBe(once)
  await app.ask('decideDoubleRule', { params, body: { counts, covered, same: false } })
  expect(await app.bookFile()).toBe(file)
})

test("what GitHub says came through Patreon counts in Patreon alone: GitHub's own word proves it", async () => {
  const gitHub =
    'Sponsor Handle,Sponsor Profile Name,Is Yearly?,Transaction ID,Payment Source,Tier Name,Tier Monthly Amount,Processed Amount,Is Prorated?,Status,Transaction Date'
  const sponsored = (handle: string, id: string, source: string) =>
    `${handle},${handle},false,${id},${source},$5 a month,$5.00,$5.00,false,settled,2024-05-02 09:00:00 +0000`
  const patreon =
    'Month,Currency,Membership charges - web,Total gross revenue,Patreon fee,Your total earnings\n2024-05,USD,80.00,80.00,-8.00,72.00\n'
  const app = await begun(
    { name: 'sponsorships.csv', text: `${gitHub}\n${sponsored('ada', 'ch_1', 'github')}\n${sponsored('bo', 'pa_1', 'patreon')}\n` },
    { name: 'earnings.csv', text: patreon },
  )
  const usd = (await app.ask('totals', { params: { ...params, by: '', native: 'true', to: '2027-01' } })).map(({ net }) => net)
  expect(usd).toEqual([7200 + 500])
  expect((await app.ask('doubles', { params })).numbers.proposed).toBe(0)
})

test('a preview says what is proposed of all its files, and leaves nothing behind', async () => {
  const app = await testApp()
  await app.createBook()
  const before = await app.bookFile()
  const { files } = await app.preview([
    { name: 'kofi.csv', text: koFi(support('tx1', { day: '2024-05-13', euros: 17 })) },
    { name: 'paypal.csv', text: payPal(received('PP000000000000001', { euros: 17 })) },
  ])
  expect(files.map(({ doublesProposed }) => doublesProposed)).toEqual([1, 1])
  expect(await app.bookFile()).toBe(before)
})

test('a double that is not there is refused with what to do', async () => {
  const app = await begun({ name: 'kofi.csv', text: koFi(support('tx1')) })
  const response = await app.raw('decideDouble', { params: { ...params, double: 'none' }, body: { same: true } })
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('Failed to find the double')
  const [stream] = await app.ask('streams', { params })
  const rule = { counts: stream?.id ?? 0, covered: stream?.id ?? 0, same: true }
  expect((await app.raw('decideDoubleRule', { params, body: rule })).status).toBe(422)
})
