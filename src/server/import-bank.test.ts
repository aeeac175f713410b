import { expect, test } from 'vitest'
import { testApp, type Dropped } from './app-fixture.ts'

const params = { book: 'main' }
const IBAN = 'DE89370400440532013000'

/** Days of March 2025 with whole euros that arrived; equal ones are two payments. */
const ARRIVED = [
  ['05', 250],
  ['06', 40],
  ['06', 40],
  ['07', 12],
] as const

function ofx(accounts: readonly string[], arrived: readonly (readonly [day: string, euros: number])[]): Dropped {
  const statements = accounts.map((account) => {
    const lines = arrived.map(
      ([day, euros], i) => `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>202503${day}<TRNAMT>${euros}.00<FITID>F${i}<NAME>Payer ${i}</STMTTRN>`,
    )
    return `<STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>${lines.join('\n')}</BANKTRANLIST></STMTRS></STMTTRNRS>`
  })
  return { name: 'statement.ofx', text: `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1>${statements.join('')}</BANKMSGSRSV1></OFX>` }
}

/** One of its days can only be read month first. */
function qif(arrived: readonly (readonly [day: string, euros: number])[], account = ''): Dropped {
  const records = [...arrived, ['28', 0] as const].map(([day, euros]) => `D03/${day}'25\nT${euros}.00\nPPaid in\n^\n`)
  const name = account === '' ? '' : `!Account\nN${account}\nTBank\n^\n`
  return { name: 'account.qif', text: `${name}!Type:Bank\n${records.join('')}` }
}

function camt(arrived: readonly (readonly [day: string, euros: number])[]): Dropped {
  const entries = arrived.map(
    ([day, euros], i) => `<Ntry><Amt Ccy="EUR">${euros}.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2025-03-${day}</Dt></BookgDt><AcctSvcrRef>R${i}</AcctSvcrRef></Ntry>`,
  )
  const account = `<Acct><Id><IBAN>${IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>`
  const text = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>${account}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`
  return { name: 'statement.xml', text }
}

/** Two accounts in one file: what arrived in the one says nothing of the other. */
const OFX = ofx([IBAN, '777'], ARRIVED)
const BOTH_ACCOUNTS = 2 * (250 + 40 + 40 + 12) * 100

async function totalOf(drops: Dropped[][]) {
  const app = await testApp()
  await app.createBook()
  for (const files of drops) await app.commit(files)
  const net = async () => (await app.ask('entries', { params })).sums.net
  return { ...app, net }
}

test('one account as CAMT and as OFX counts once, in whatever order they come, and undoing CAMT lets OFX count', async () => {
  const all = camt(ARRIVED)
  for (const drops of [[[all, OFX]], [[OFX, all]], [[all], [OFX]], [[OFX], [all]]]) {
    const app = await totalOf(drops)
    expect(await app.net()).toBe(BOTH_ACCOUNTS)
    const imports = await app.ask('imports', { params })
    const fuller = imports.find(({ layout }) => layout === 'bank-camt-053')?.id ?? 0
    await app.ask('undoImport', { params: { ...params, import: fuller } })
    expect(await app.net()).toBe(BOTH_ACCOUNTS)
  }
})

test('what only the one of two statements of an account tells counts beside what both tell', async () => {
  const { net } = await totalOf([[OFX, camt([...ARRIVED.slice(0, 2), ['09', 99]])]])
  expect(await net()).toBe(BOTH_ACCOUNTS + 99_00)
})

const ONE_ACCOUNT = BOTH_ACCOUNTS / 2

/** All orders in which files may come, in one drop or one by one. */
function drops(files: readonly Dropped[]): Dropped[][][] {
  return orders(files).flatMap((order) => [[order], order.map((file) => [file])])
}

function orders<T>(all: readonly T[]): T[][] {
  return all.length === 0 ? [[]] : all.flatMap((one, i) => orders(all.toSpliced(i, 1)).map((rest) => [one, ...rest]))
}

async function undo({ ask }: Pick<Awaited<ReturnType<typeof totalOf>>, 'ask'>, layout: string): Promise<void> {
  const found = (await ask('imports', { params })).find((one) => one.layout === layout)
  await ask('undoImport', { params: { ...params, import: found?.id ?? 0 } })
}

test('one account as OFX and as QIF without a name counts once, in whatever order they come, and so does each when the other is undone', async () => {
  for (const order of drops([ofx(['123'], ARRIVED), qif(ARRIVED)])) {
    for (const undone of ['bank-ofx', 'bank-qif']) {
      const app = await totalOf(order)
      expect(await app.net()).toBe(ONE_ACCOUNT)
      await undo(app, undone)
      expect(await app.net()).toBe(ONE_ACCOUNT)
    }
  }
})

test('one account in all three layouts counts once: of those that are left, the one that tells most stands', async () => {
  const [all, told, said] = [camt(ARRIVED), ofx(['0532013000'], ARRIVED), qif(ARRIVED)]
  for (const order of drops([all, told, said])) {
    const app = await totalOf(order)
    const standing = async () => {
      const { entries, sums } = await app.ask('entries', { params })
      const names = entries.filter(({ uncounted }) => uncounted === undefined).map(({ name = '' }) => name.replace(/ \d$/, ''))
      return [sums.net, ...new Set(names)]
    }
    expect(await standing()).toEqual([ONE_ACCOUNT, ''])
    await undo(app, 'bank-camt-053')
    expect(await standing()).toEqual([ONE_ACCOUNT, 'Payer'])
    await undo(app, 'bank-ofx')
    expect(await standing()).toEqual([ONE_ACCOUNT, 'Paid in'])
  }
})

test('an account of which a file tells no name takes in one that is named, and no second one', async () => {
  const other = [['20', 500]] as const
  const { net, ask } = await totalOf([[qif(ARRIVED)], [ofx(['123', '456'], other)], [ofx(['123'], ARRIVED)]])
  expect(await net()).toBe(ONE_ACCOUNT + 2 * 500_00)
  expect(await ask('streams', { params })).toHaveLength(2)
})

test('few lines that two accounts have in common are told before they are saved, whichever came first', async () => {
  const few = ARRIVED.slice(0, 3)
  const long = [...ARRIVED, ['10', 1], ['11', 2], ['12', 3], ['13', 4], ['14', 5]] as const
  for (const files of orders([ofx(['123'], few), qif(long, 'Current account')])) {
    const { commit, preview } = await totalOf([])
    await commit(files.slice(0, 1))
    const { files: reports } = await preview(files.slice(1))
    const told = '3 lines of it have the days and the amounts of others in the stream "Bank account": it may be the same account'
    expect(reports[0]?.warnings).toContainEqual(expect.stringContaining(told))
  }
})

test('two accounts to which others pay are not warned of', async () => {
  const { preview } = await totalOf([[ofx(['123'], ARRIVED)]])
  const other = qif(
    [
      ['05', 250],
      ['06', 41],
      ['07', 13],
      ['08', 40],
    ],
    'Savings',
  )
  const { files } = await preview([other])
  expect(files[0]?.warnings).toEqual(['QIF names no currency: its amounts are read as EUR, the currency of the book.'])
})

test('a QIF file whose dates can be read in two orders asks once which it is', async () => {
  const text = "!Type:Bank\nD03/05'25\nT250.00\nPAcme\n^\nD03/06'25\nT40.00\nPBelow\n^\n"
  const qif: Dropped = { name: 'account.qif', text }
  const { commit, preview, ask, createBook } = await testApp()
  await createBook()
  const asked = await preview([qif])
  expect(asked.files[0]).toMatchObject({ state: 'mapping', complaints: [], dates: { order: null, example: '03/05/2025' } })
  await commit([{ ...qif, more: { dateOrder: 'mdy' } }])
  const { entries } = await ask('entries', { params: { ...params, order: 'asc' } })
  expect(entries.map(({ day }) => day)).toEqual(['2025-03-05', '2025-03-06'])
  const next = await preview([{ ...qif, text: text.replaceAll('03/0', '04/0') }])
  expect(next.files[0]).toMatchObject({ state: 'read', added: 2, dates: { order: 'mdy', by: 'remembered' } })
})
