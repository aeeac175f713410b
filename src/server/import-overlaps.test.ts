import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NOW, testApp, type Dropped } from './app-fixture.ts'

const main = { book: 'main' }

async function opened() {
  const test = await testApp()
  await test.createBook()
  const native = () => test.ask('totals', { params: { ...main, by: '', native: 'true', to: '2027-01' } })
  const sums = async () =>
    (await native()).map(({ currency, gross, fees, refunds, net }) => [currency, gross, fees, refunds, net]).toSorted()
  return { ...test, sums }
}

function sample(platform: string, name: string): Dropped {
  return { name, text: readFileSync(new URL(`../platforms/${platform}/samples/${name}`, import.meta.url), 'utf8') }
}

function orders<One>(ones: readonly One[]): One[][] {
  if (ones.length < 2) return [[...ones]]
  return ones.flatMap((one, i) => orders(ones.filter((_, j) => j !== i)).map((rest) => [one, ...rest]))
}

/** What a book holds after files of one platform were imported one by one, in each order and in one drop. */
async function inEveryOrder(files: readonly Dropped[]): Promise<unknown[]> {
  const found: unknown[] = []
  for (const order of orders(files)) {
    const apart = await opened()
    for (const file of order) expect((await apart.commit([file])).files[0]?.state).toBe('read')
    found.push(await apart.sums())
    for (const file of order) await apart.commit([file])
    expect(await apart.sums()).toEqual(found.at(-1))
    const together = await opened()
    await together.commit(order)
    expect(await together.sums()).toEqual(found.at(-1))
  }
  return found
}

test("a running month of Patreon's is what the next export says, down to a gap that has closed", async () => {
  const { commit, ask, sums } = await opened()
  const header = 'Month,Currency,Membership charges - web,Total gross revenue,Patreon fee,Your total earnings'
  const running = { name: 'earnings.csv', text: `${header}\n2024-05,EUR,80.00,80.00,-8.00,70.00\n` }
  const closed = { name: 'earnings.csv', text: `${header}\n2024-05,EUR,95.00,95.00,-9.50,85.50\n2024-06,EUR,10.00,10.00,-1.00,9.00\n` }
  await commit([running])
  expect(await sums()).toEqual([['EUR', 7800, 800, 0, 7000]])
  const { files } = await commit([closed])
  expect(files[0]).toMatchObject({ streams: [{ isNew: false }], warnings: [] })
  expect(await sums()).toEqual([['EUR', 10_500, 1050, 0, 9450]])
  const { entries } = await ask('entries', { params: { ...main } })
  const days = entries.filter((entry) => entry.kind === 'summary').map((entry) => [entry.month, entry.day])
  expect(days).toEqual([
    ['2024-06', NOW.slice(0, 10)],
    ['2024-05', '2024-05-31'],
  ])
})

test('two pages on Patreon are two streams, and only a file that tells the very same months is warned of', async () => {
  const { commit, preview } = await opened()
  const header = 'Month,Currency,Membership charges - web,Total gross revenue,Patreon fee,Your total earnings'
  const page = (name: string, gross: string, streamName: string): Dropped => ({
    name,
    text: `${header}\n2024-04,EUR,${gross},${gross},0.00,${gross}\n2024-05,EUR,${gross},${gross},0.00,${gross}\n`,
    more: { destinations: [{ streamName }] },
  })
  await commit([page('zine.csv', '80.00', 'Zine')])
  expect((await preview([page('choir.csv', '30.00', 'Choir')])).files[0]?.warnings).toEqual([])
  expect((await preview([page('again.csv', '80.00', 'Choir')])).files[0]?.warnings).toEqual([expect.stringContaining('counts twice')])
})

test("two layouts of Patreon's earnings tell the same months once", async () => {
  const found = await inEveryOrder([sample('patreon', 'gap-and-adjustments-2026.csv'), sample('patreon', 'same-months-analytics.csv')])
  for (const sums of found) {
    expect(sums).toMatchObject([
      ['EUR', expect.any(Number), expect.any(Number), expect.any(Number), 11_098 + 8500],
      ['USD', 1000, 139, 0, 861],
    ])
  }
})

test("Ko-fi's payment history and its short layout tell the same payments once", async () => {
  for (const sums of await inEveryOrder([sample('ko-fi', 'tax-gifts-and-types.csv'), sample('ko-fi', 'bom-crlf-month-first.csv')])) {
    expect(sums).toEqual([
      ['EUR', 7500, 0, 0, 7500],
      ['JPY', 4040, 0, 0, 4040],
      ['USD', 300, 0, 300, 0],
    ])
  }
})

test("PayPal's activity and its statement tell the same transactions once", async () => {
  for (const sums of await inEveryOrder([sample('paypal', 'every-type-de.csv'), sample('paypal', 'same-rows-statement-de.csv')])) {
    expect(sums).toEqual([
      ['EUR', 109_645, 4439, 2000, 103_206],
      ['USD', 1200, 71, 0, 1129],
    ])
  }
})

test("Gumroad's sales tell what was paid, its payouts what was taken back of it, each once", async () => {
  const [sales, payout] = [sample('gumroad', 'refunds-and-disputes.csv'), sample('gumroad', 'payout-every-type.csv')]
  // Gross: nine sales, a gap, and what the payout adds. Fees: with what was given back of them. Refunds: by the payout alone.
  const [gross, fees, refunds] = [14_000 - 25 + 300 + 1 + 400, 1820 - 120 - 85 - 150 - 650 + 200 + 500 + 30, 1000 + 500 + 1000 + 6000]
  for (const sums of await inEveryOrder([sales, payout])) expect(sums).toEqual([['USD', gross, fees, refunds, gross - fees - refunds]])
  const { commit, ask, sums } = await opened()
  const alone = await opened()
  await alone.commit([sales])
  await commit([sales])
  const second = await commit([payout], 'payout')
  expect(second.files[0]).toMatchObject({ state: 'read', warnings: [] })
  await ask('undoBatch', { params: { ...main, batch: 'payout' } })
  expect(await sums()).toEqual(await alone.sums())
})

test("an order of Etsy's is counted by one of its four tables, whichever come", async () => {
  const names = ['statement-every-type', 'orders-adjusted-and-not', 'payments-of-the-same-orders', 'items-without-money']
  const [statement, ...others] = names.map((name) => sample('etsy', `${name}.csv`))
  // The statement's own rows, and the one order that it does not tell: paid and given back in full.
  const [gross, fees, refunds] = [111_608 + 2000 - 135 - 90 - 29 - 10 + 200 + 950, 117 + 2 + 11 + 31 + 20 + 410 + 50 - 20, 1000 + 950]
  const files = [...(statement ? [statement] : []), ...others]
  const sold = others.filter(({ name }) => !name.startsWith('items'))
  for (const sums of await inEveryOrder(files.filter(({ name }) => !name.startsWith('items')))) {
    expect(sums).toEqual([['USD', gross, fees, refunds, gross - fees - refunds]])
  }
  for (const sums of await inEveryOrder(sold)) expect(sums).toEqual([['USD', 114_423, 175, 1950, 112_298]])
  const { commit } = await opened()
  const { files: reports } = await commit(files)
  expect(reports.map((file) => file.covered)).toEqual([0, 3, 3, 0])
  expect(reports.at(-1)?.warnings).toEqual(expect.arrayContaining([expect.stringContaining('what was sold, not money')]))
})

test('a fee that only one of Wise’s two exports tells is told, whichever came last, and goes when that one is undone', async () => {
  const statement = {
    name: 'statement.csv',
    text: [
      'TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Payer Name,Total fees',
      'TRANSFER-1,05-03-2024,95.50,EUR,Received money from Ada,,95.50,Ada,4.50',
      '',
    ].join('\n'),
  }
  const activity = {
    name: 'activity.csv',
    text: [
      'ID,Status,Direction,Created on,Finished on,Source name,Source amount (after fees),Source currency,Target name,Target amount (after fees),Target currency',
      'TRANSFER-1,COMPLETED,IN,2024-03-05 23:00:00,2024-03-05 23:30:00,Ada,100.00,EUR,Maker,95.50,EUR',
      '',
    ].join('\n'),
  }
  for (const found of await inEveryOrder([statement, activity])) expect(found).toEqual([['EUR', 10_000, 450, 0, 9550]])
  for (const order of orders([statement, activity])) {
    const { commit, ask, sums } = await opened()
    for (const file of order) await commit([file])
    const fuller = (await ask('imports', { params: main })).find(({ layout }) => layout === 'wise-statement')
    await ask('undoImport', { params: { ...main, import: fuller?.id ?? 0 } })
    expect(await sums()).toEqual([['EUR', 9550, 0, 0, 9550]])
  }
})
