import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Mapping } from '#contract/import.ts'
import { testApp, type Dropped } from './app-fixture.ts'

const main = { book: 'main' }
const COLUMNS: Mapping = { date: 'When', amount: 'How much', name: 'Who', currencyCode: 'EUR', dateOrder: 'dmy', decimals: ',' }
const shop = (name: string, ...rows: string[]): Dropped => ({ name, text: ['When;Who;How much', ...rows, ''].join('\r\n') })

async function opened() {
  const test = await testApp()
  await test.createBook()
  return test
}

function sample(platform: string, name: string, more?: Dropped['more']): Dropped {
  const text = readFileSync(new URL(`../platforms/${platform}/samples/${name}`, import.meta.url), 'utf8')
  return { name, text, ...(more ? { more } : {}) }
}

test('a file that no reader knows is read by its columns, which its next file remembers', async () => {
  const { preview, commit } = await opened()
  const asked = await preview([shop('zines.csv', '03.05.2024;Ada;1.234,50', '13.05.2024;Bo;5,00')])
  expect(asked.files[0]).toMatchObject({ state: 'mapping', layout: null, columns: { header: ['When', 'Who', 'How much'] } })
  expect(asked.files[0]?.columns?.guess).toMatchObject({ date: 'When', amount: 'How much', decimals: ',', currencyCode: 'EUR' })
  const mapped = await commit([{ ...shop('zines.csv', '03.05.2024;Ada;1.234,50', '13.05.2024;Bo;5,00'), more: { mapping: COLUMNS } }])
  expect(mapped.files[0]).toMatchObject({
    layout: { id: 'any-csv' },
    added: 2,
    changes: [{ currency: 'EUR', net: 123_950 }],
    streams: [{ account: '', ventureName: 'zines', isNew: true }],
  })
  const next = await commit([shop('zines-june.csv', '13.05.2024;Bo;5,00', '02.06.2024;Cy;7,00')])
  expect(next.files[0]).toMatchObject({ state: 'read', added: 1, unchanged: 1, streams: [{ ventureName: 'zines', isNew: false }] })
  expect(next.files[0]?.columns).toMatchObject({ header: ['When', 'Who', 'How much'], guess: COLUMNS })
})

test('the same file read by other columns is another import; by the same it is none', async () => {
  const { commit } = await opened()
  const rows = ['03.05.2024;Ada;10,00']
  await commit([{ ...shop('a.csv', ...rows), more: { mapping: COLUMNS } }])
  const same = await commit([{ ...shop('a.csv', ...rows), more: { mapping: COLUMNS } }])
  expect(same.files[0]).toMatchObject({ already: true })
  const other = await commit([{ ...shop('a.csv', ...rows), more: { mapping: { ...COLUMNS, currencyCode: 'USD' } } }])
  expect(other.files[0]).toMatchObject({ already: false, added: 1 })
})

test('a file that would count a second time says so: in another stream, under another name, or read by other columns', async () => {
  const { commit, preview } = await opened()
  const rows = ['03.05.2024;Ada;10,00', '04.05.2024;Bo;5,00']
  const into = (streamName: string) => ({ mapping: COLUMNS, destinations: [{ streamName }] })
  await commit([{ ...shop('a.csv', ...rows), more: into('Zines') }])
  const elsewhere = '2 lines of it count in the stream "Zines" already: here too, the same money counts twice.'
  for (const name of ['a.csv', 'again.csv']) {
    const { files } = await preview([{ ...shop(name, ...rows), more: into('Fair') }])
    expect(files[0]?.warnings).toEqual([expect.stringContaining(elsewhere)])
  }
  const longer = await preview([{ ...shop('longer.csv', ...rows, '05.05.2024;Cy;7,00'), more: into('Fair') }])
  expect(longer.files[0]?.warnings).toHaveLength(1)
  const chance = await preview([{ ...shop('b.csv', rows[0] ?? '', '05.06.2024;Cy;7,00', '06.06.2024;Di;8,00'), more: into('Fair') }])
  expect(chance.files[0]?.warnings).toEqual([])
  const dollars = { ...into('Zines'), mapping: { ...COLUMNS, currencyCode: 'USD' } }
  const otherwise = await preview([{ ...shop('a.csv', ...rows), more: dollars }])
  expect(otherwise.files[0]?.warnings).toEqual([expect.stringContaining('stands in this stream already, read by other columns')])
  expect((await preview([{ ...shop('a.csv', ...rows), more: into('Zines') }])).files[0]).toMatchObject({ already: true, warnings: [] })
})

test('a file of which nearly nothing can be read is given up in one sentence, with its columns to choose again', async () => {
  const { commit, bookFile } = await opened()
  const before = await bookFile()
  const rows = Array.from({ length: 100_002 }, (_, i) => (i === 0 ? '03.05.2024;Ada;10,00' : '03.05.2024;Ada;x'))
  const { files } = await commit([{ ...shop('a.csv', ...rows), more: { mapping: COLUMNS } }])
  expect(files[0]).toMatchObject({ state: 'mapping', rows: 0, complaints: [], columns: { header: ['When', 'Who', 'How much'] } })
  expect(files[0]?.problem).toMatch(
    /^Failed to read a\.csv: more than 100,000 of its rows cannot be read, the first of them row 3: "x" is no/,
  )
  expect(await bookFile()).toBe(before)
})

test('a row of nonsense money, large in home money beyond all measure, stops no other row', async () => {
  const { commit, ask } = await testApp()
  await ask('createBook', { body: { homeCurrency: 'IDR', zone: 'UTC', locale: 'en' } })
  const rows = ['03.05.2024;Ada;10,00', '03.05.2024;Bo;99999999999,00']
  const { files } = await commit([{ ...shop('a.csv', ...rows), more: { mapping: COLUMNS } }])
  expect(files[0]).toMatchObject({ added: 2 })
  const totals = await ask('totals', { params: { ...main, by: '' } })
  expect(totals).toEqual([
    expect.objectContaining({ currency: 'IDR', entries: 1 }),
    expect.objectContaining({ currency: 'EUR', entries: 1, net: 9_999_999_999_900, unconverted: true }),
  ])
})

test('a platform’s own key in two streams is the same money twice', async () => {
  const { commit, preview } = await opened()
  const file = sample('stripe', 'all-categories.csv')
  await commit([file])
  const { files } = await preview([{ ...file, more: { destinations: [{ streamName: 'Shop' }] } }])
  expect(files[0]?.warnings).toEqual([expect.stringMatching(/lines of it count in the stream "Stripe" already/)])
})

test('columns that the file does not have are asked for again, and forgotten ones sleep with the undo', async () => {
  const { preview, commit, ask } = await opened()
  const wrong = await preview([{ ...shop('a.csv', '03.05.2024;Ada;1,00'), more: { mapping: { ...COLUMNS, fee: 'Fee' } } }])
  expect(wrong.files[0]).toMatchObject({
    state: 'mapping',
    problem: 'Failed to read a.csv: it has no column "Fee". Choose its columns again.',
  })
  const unknown = await preview([{ ...shop('a.csv', '03.05.2024;Ada;1,00'), more: { mapping: { ...COLUMNS, currencyCode: 'XYZ' } } }])
  expect(unknown.files[0]).toMatchObject({ state: 'mapping', problem: expect.stringContaining('"XYZ" is no currency') })
  const saved = await commit([{ ...shop('a.csv', '03.05.2024;Ada;1,00'), more: { mapping: COLUMNS } }])
  await ask('undoImport', { params: { ...main, import: saved.files[0]?.import ?? 0 } })
  expect((await preview([shop('b.csv', '03.05.2024;Ada;2,00')])).files[0]).toMatchObject({ state: 'mapping' })
})

test('a known export is read by its reader also when columns come along that are not its own', async () => {
  const { preview } = await opened()
  const { files } = await preview([sample('stripe', 'all-categories.csv', { mapping: COLUMNS })])
  expect(files[0]).toMatchObject({ state: 'read', layout: { id: 'stripe-balance' } })
})

test('every reader accounts for every row of its samples, and the book says what they say', async () => {
  const { commit, ask, bookFile } = await opened()
  const before = await bookFile()
  const files = [
    ...['bad-rows.csv', 'broken-off-export.csv', 'cut-export.csv', 'hidden-host-fee.csv', 'refund-before-fee.csv', 'vat.csv'].map((name) =>
      sample('open-collective', name),
    ),
    ...['prorated-same-id.json', 'same-payments-2023.csv', 'patreon-and-troubles-2026.csv'].map((name) => sample('github-sponsors', name)),
    ...['all-categories.csv', 'payments-statuses.csv', 'refund-before-charge-dashboard.csv'].map((name) => sample('stripe', name)),
  ]
  const report = await commit(files, 'all')
  for (const file of report.files) expect(file.state, file.name).toBe('read')
  const native = await ask('totals', { params: { ...main, by: '', native: 'true', to: '2027-01' } })
  for (const { currency, net } of native) {
    const told = report.files.flatMap((file) => file.changes).filter((change) => change.currency === currency)
    expect(told.reduce((sum, change) => sum + change.net, 0)).toBe(net)
  }
  await ask('undoBatch', { params: { ...main, batch: 'all' } })
  expect(await bookFile()).toBe(before)
})

test('several accounts in one file are several streams, unless one destination is given for all', async () => {
  const { preview } = await opened()
  const two = sample('open-collective', 'hidden-host-fee.csv')
  const text = String(two.text)
  const both = {
    name: 'two.csv',
    text: text + text.split('\n').slice(1).join('\n').replaceAll('zine', 'choir').replaceAll('Zine', 'Choir').replaceAll('a000', 'b000'),
  }
  const apart = await preview([both])
  expect(apart.files[0]?.streams.map(({ account, ventureName, streamName }) => [account, ventureName, streamName])).toEqual([
    ['zine', 'Zine', 'Open Collective'],
    ['choir', 'Choir', 'Open Collective'],
  ])
  const together = await preview([{ ...both, more: { destinations: [{ streamName: 'All', ventureName: 'Mine' }] } }])
  expect(new Set(together.files[0]?.streams.map(({ streamName }) => streamName))).toEqual(new Set(['All']))
  const own = await preview([{ ...both, more: { destinations: [{ account: 'choir', ventureName: 'Voices' }, { ventureName: 'Rest' }] } }])
  expect(own.files[0]?.streams.map(({ ventureName }) => ventureName)).toEqual(['Rest', 'Voices'])
})

test('a payment that was disputed and then won counts in full again, in whatever order the exports come', async () => {
  const header = 'id,Created date (UTC),Amount,Amount Refunded,Currency,Fee,Status,Disputed Amount,Dispute Status,Dispute Date (UTC)'
  const export_ = (name: string, outcome: string, ...more: string[]): Dropped => {
    const first = `ch_1,2026-05-01 10:00,50.00,0,eur,1.00,Paid,50.00,${outcome},2026-05-09 10:00`
    return { name, text: [header, first, ...more, ''].join('\n') }
  }
  const [open, won] = [export_('may.csv', 'needs_response'), export_('june.csv', 'won', 'ch_2,2026-06-01 10:00,10.00,0,eur,1.00,Paid,,,')]
  for (const order of [
    [open, won],
    [won, open],
  ]) {
    const { commit, ask } = await opened()
    for (const file of order) await commit([file])
    const [total] = await ask('totals', { params: { ...main, by: '', to: '2027-01' } })
    expect(total).toMatchObject({ gross: 6000, fees: 200, refunds: 0, entries: 2 })
  }
})

test('payments that a balance report covers are kept and not counted, in whatever order they come, until it is undone', async () => {
  const balance = sample('stripe', 'all-categories.csv')
  const payments = sample('stripe', 'payments-statuses.csv')
  const nets: unknown[] = []
  for (const files of [
    [balance, payments],
    [payments, balance],
  ]) {
    const { commit, ask } = await opened()
    const report = await commit(files)
    const own = report.files.find((file) => file.name === payments.name)
    nets.push([own?.covered, await ask('totals', { params: { ...main, by: '', native: 'true', to: '2027-01' } })])
    const fuller = report.files.find((file) => file.name === balance.name)?.import ?? 0
    const undone = await ask('undoImport', { params: { ...main, import: fuller } })
    expect(undone.imports).toEqual([fuller])
    const alone = await opened()
    await alone.commit([payments])
    const totals = { params: { ...main, by: '', native: 'true', to: '2027-01' } }
    expect(await ask('totals', totals)).toEqual(await alone.ask('totals', totals))
  }
  expect(nets[0]).toEqual(nets[1])
})

test('two layouts of Open Collective over the same days in one stream are warned about, in one drop and in two', async () => {
  const more = { destinations: [{ streamName: 'Collective' }] }
  const legacy = sample('open-collective', 'hidden-host-fee.csv', more)
  const columns = sample('open-collective', 'fees-as-columns-reordered.csv', more)
  const day = /\d{4}-\d{2}-\d{2}/.exec(String(columns.text).split('\n')[1] ?? '')?.[0] ?? ''
  const sameDays = { ...legacy, text: String(legacy.text).replaceAll('2021-06-01', day) }
  const warned = /Another layout of Open Collective/
  const { commit, preview } = await opened()
  const drop = await preview([sameDays, columns])
  expect(drop.files.map(({ warnings }) => warnings.some((warning) => warned.test(warning)))).toEqual([false, true])
  await commit([sameDays])
  expect((await preview([columns])).files[0]?.warnings.join()).toMatch(warned)
  const apart = await preview([{ ...columns, more: { destinations: [{ streamName: 'Other' }] } }])
  expect(apart.files[0]?.warnings.join()).not.toMatch(warned)
})

test('what two layouts of Open Collective tell of one payment counts once, in either order, and again when one is undone', async () => {
  const legacy = [
    'datetime,shortId,shortGroup,description,type,kind,amount,paymentProcessorFee,netAmount,currency,accountSlug,oppositeAccountSlug',
    '2026-03-06T10:00:00,aaaaaaa1,g1,Monthly contribution from Ada,CREDIT,CONTRIBUTION,60,-2.04,57.96,USD,zine,ada',
    '2026-03-06T10:00:00,aaaaaaa2,g1,Host fee,DEBIT,HOST_FEE,-6,0,-6,USD,zine,host',
    '2020-10-04T10:00:00,aaaaaaa3,g2,Monthly contribution from Bo,CREDIT,CONTRIBUTION,10,-0.59,8.41,USD,zine,bo',
  ]
  const plain = [
    '"Effective Date & Time","Transaction ID","Group ID","Description","Credit/Debit","Kind","Amount Single Column","Currency","Account Handle","Opposite Account Handle"',
    '2026-03-06T10:00:00,4,g1,Processor fee,DEBIT,PAYMENT_PROCESSOR_FEE,-2.04,USD,zine,stripe',
    '2026-03-06T10:00:00,3,g1,Monthly contribution from Ada,CREDIT,CONTRIBUTION,60,USD,zine,ada',
    '2026-03-06T10:00:00,2,g1,Host fee,DEBIT,HOST_FEE,-6,USD,zine,host',
    '2020-10-04T10:00:00,1,g2,Monthly contribution from Bo,CREDIT,CONTRIBUTION,8.41,USD,zine,bo',
  ]
  // Told by one layout alone: the same amount from another, a second later.
  const alone = '2026-03-06T10:00:01,5,g3,Monthly contribution from Cy,CREDIT,CONTRIBUTION,60,USD,zine,cy'
  const told = [
    { name: 'legacy.csv', text: `${legacy.join('\n')}\n` },
    { name: 'plain.csv', text: `${[...plain, alone].join('\n')}\n` },
  ]
  for (const files of [told, told.toReversed()]) {
    const { commit, ask } = await opened()
    const nets = async () => (await ask('totals', { params: { ...main, by: '', native: 'true', to: '2027-01' } })).map(({ net }) => net)
    const saved = [await commit(files.slice(0, 1)), await commit(files.slice(1))].flatMap((report) => report.files)
    expect(await nets()).toEqual([57_96 - 6_00 + 8_41 + 60_00])
    await ask('undoImport', { params: { ...main, import: saved.find(({ name }) => name === 'legacy.csv')?.import ?? 0 } })
    expect(await nets()).toEqual([60_00 - 2_04 - 6_00 + 8_41 + 60_00])
  }
})
