import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TotalRow } from '#contract/income.ts'
import { zipOf } from '#platforms/containers/container-fixture.ts'
import { githubCsv, sponsorship } from './app-fixture.ts'
import { runCli } from './node/cli-run.ts'

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enough-cli-'))
  await writeFile(join(folder, 'a.csv'), githubCsv(sponsorship('a'), sponsorship('b', { at: '2024-06-07 10:00:00 +0000', amount: 'much' })))
  await writeFile(join(folder, 'shop.csv'), 'When,How much\n2024-05-01,5.00\n')
  await writeFile(join(folder, 'map.json'), '{"date":"When","amount":"How much","currencyCode":"CHF","dateOrder":"ymd","decimals":"."}')
  await writeFile(join(folder, 'photo.png'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))
})
afterAll(() => rm(folder, { recursive: true }))

interface Said {
  code: number
  out: string
  err: string
}

/** One call of the command line from the folder; `data` names the data folder within it. */
async function enough(data: string, ...words: string[]): Promise<Said> {
  const said = { out: '', err: '' }
  const out = (text: string) => void (said.out += `${text}\n`)
  const err = (text: string) => void (said.err += `${text}\n`)
  const code = await runCli(words, { out, err, cwd: folder, data: join(folder, data) })
  return { code, ...said }
}

test('an archive is imported by what is in it, each file called after the archive as the call named it', async () => {
  await writeFile(
    join(folder, 'x.zip'),
    await zipOf({ 'in/a.csv': githubCsv(sponsorship('a')), 'shop.csv': 'When,How much\n2024-05-01,5.00\n' }),
  )
  const { code, out } = await enough('zip', 'import', './x.zip', '--home', 'USD', '--zone', 'Europe/Berlin', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject([
    { file: './x.zip › a.csv', added: 1 },
    { file: './x.zip › shop.csv', reader: null },
  ])
})

test('import, totals, export, restore and undo, as the help has them', async () => {
  const imported = await enough('one', 'import', 'a.csv', '--home', 'USD', '--zone', 'Europe/Berlin', '--venture', 'Obtool', '--json')
  expect(imported).toMatchObject({ code: 0, err: 'A new book begins: home currency USD, time zone Europe/Berlin.\n' })
  const [file] = JSON.parse(imported.out) as [{ import: number }]
  expect(file).toEqual({
    file: 'a.csv',
    reader: 'github-sponsors-csv-2023',
    import: expect.any(Number),
    rows: 2,
    added: 1,
    updated: 0,
    unchanged: 0,
    transfers: 0,
    nonRows: 0,
    complaints: [expect.objectContaining({ row: 3, text: 'much' })],
    doubles: { proposed: 0, proven: 0 },
    vanished: { count: 0, lines: [] },
    dates: null,
  })
  const totals = await enough('one', 'totals', '--by', 'month,venture', '--json')
  const rows = JSON.parse(totals.out) as TotalRow[]
  const amounts = { gross: 500, fees: 0, refunds: 0, tax: 0, net: 500, entries: 1 }
  expect(rows).toEqual([{ month: '2024-05', venture: 'Obtool', currency: 'USD', ...amounts }])
  expect((await enough('one', 'totals')).out).toMatch(/2024-05 +USD 5\.00/)

  expect(await enough('one', 'export', 'book.jsonl')).toMatchObject({ code: 0 })
  expect(await enough('one', 'export', '--csv', 'ledger.csv')).toMatchObject({ code: 0 })
  expect(await readFile(join(folder, 'ledger.csv'), 'utf8')).toContain(',GitHub Sponsors,Obtool,payment,')
  expect(await readFile(join(folder, 'ledger.csv.txt'), 'utf8')).toMatch(/^All income, May 2024.*, cash, net: .*5[.,]00/)
  expect(await enough('two', 'restore', 'book.jsonl')).toMatchObject({ code: 0, err: '' })
  await enough('two', 'export', 'again.jsonl')
  expect(await readFile(join(folder, 'again.jsonl'))).toEqual(await readFile(join(folder, 'book.jsonl')))
  const refused = await enough('two', 'restore', 'book.jsonl')
  expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(/^Failed to restore: [^\n]+\n$/) })

  expect(await enough('one', 'undo', String(file.import), '--json')).toMatchObject({ code: 0, out: expect.stringContaining('"removed":1') })
  expect((await enough('one', 'totals', '--json')).out).toBe('[]\n')
})

test('a dry run leaves nothing, so the next call may still choose home and zone', async () => {
  expect(await enough('dry', 'import', 'a.csv', '--dry-run', '--json')).toMatchObject({
    code: 0,
    out: expect.stringContaining('"added": 1'),
  })
  const real = await enough('dry', 'import', 'shop.csv', '--map', 'map.json', '--home', 'CHF')
  expect(real).toMatchObject({ code: 0, err: 'A new book begins: home currency CHF, time zone UTC.\n' })
  expect(real.out).toContain('net CHF 5.00')
})

test('where nothing can be read it says so in one sentence and ends with 2', async () => {
  const sentence = /^Failed to [^\n]+: [^\n]+\. [^\n]+\.\n$/
  await mkdir(join(folder, 'empty'))
  for (const words of [
    ['photo.png'],
    ['shop.csv'],
    ['none.csv'],
    ['empty'],
    ['a.csv', '--reader', 'none'],
    ['a.csv', '--map', 'photo.png'],
  ]) {
    const said = await enough('none', 'import', ...words)
    expect(said.code, words.join(' ')).toBe(2)
    expect(said.err).toMatch(sentence)
  }
})

test('a report that cannot be written takes nothing back that was saved', async () => {
  const out = () => {
    throw new Error('The pipe is closed.')
  }
  const errors: string[] = []
  const data = join(folder, 'pipe')
  const err = (text: string) => void errors.push(text)
  expect(await runCli(['import', 'a.csv', '--home', 'USD'], { out, err, cwd: folder, data })).toBe(2)
  expect(errors.join()).toContain('The pipe is closed.')
  expect((await enough('pipe', 'totals')).out).toMatch(/2024-05 +USD 5\.00/)
})

test('a call that cannot be understood comes with the help', async () => {
  const wrong = [['import'], ['import', 'a.csv', '--dates', 'both'], ['undo'], ['export', 'a', 'b'], ['sing'], ['totals', '--wrong']]
  for (const words of wrong) {
    const { code, err } = await enough('help', ...words)
    expect(code).toBe(2)
    expect(err).toMatch(/^Failed to understand [^]+import FILE\|FOLDER…/)
  }
  expect((await enough('help')).out).toContain('import FILE|FOLDER…')
})

test('as a program it keeps standard output to its answer', async () => {
  const child = spawn(process.execPath, [cli, 'totals', '--json', '--data', join(folder, 'program')], { cwd: folder })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => (out += String(chunk)))
  child.stderr.on('data', (chunk) => (err += String(chunk)))
  const [code] = await once(child, 'close')
  expect([code, out, err]).toEqual([0, '[]\n', 'A new book begins: home currency EUR, time zone UTC.\n'])
}, 20_000)

test('what is seen twice and what a newer export leaves out are said', async () => {
  const kofi = (...rows: string[]) =>
    `DateTime (UTC),From,Message,Item,Received,Given,Currency,TransactionType,TransactionId\n${rows.join('\n')}\n`
  const tips = ['a', 'b', 'c'].map((id, i) => `2024-05-0${i + 1} 10:00,${id},,,5.00,,EUR,Tip,${id}`)
  const charge = 'txn_1,charge,ch_1,5.00,0.50,4.50,eur,2024-05-01 10:00,2024-05-03 10:00'
  await writeFile(join(folder, 'tips.csv'), kofi(...tips))
  await writeFile(join(folder, 'newer.csv'), kofi(...tips.filter((_, i) => i !== 1)))
  await writeFile(join(folder, 'charges.csv'), `id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC)\n${charge}\n`)
  await enough('told', 'import', 'tips.csv', '--home', 'EUR', '--zone', 'UTC')
  const { out } = await enough('told', 'import', 'newer.csv', 'charges.csv')
  expect(out).toContain(
    '1 of before no longer stands in it: kept, and counted, until you delete it in the app\n    2024-05-02  EUR 5.00  b\n',
  )
  expect(out).toContain('1 may be money seen twice: counted twice until you decide it under Doubles in the app\n')
  const again = await enough('told', 'import', 'newer.csv', 'charges.csv', '--json')
  expect(JSON.parse(again.out)).toMatchObject([
    { doubles: { proposed: 1, proven: 0 }, vanished: { count: 1, lines: [{ day: '2024-05-02', net: 500, currency: 'EUR', name: 'b' }] } },
    { doubles: { proposed: 1 }, vanished: { count: 0 } },
  ])
})

test('a folder is imported with all that is in it, archives too; files of one name are told apart', async () => {
  await mkdir(join(folder, 'exports', '2023'), { recursive: true })
  await mkdir(join(folder, 'exports', '.git'))
  await writeFile(join(folder, 'exports', 'a.csv'), githubCsv(sponsorship('a')))
  await writeFile(join(folder, 'exports', '2023', 'a.csv'), githubCsv(sponsorship('b')))
  await writeFile(join(folder, 'exports', '2023', 'x.zip'), await zipOf({ 'c.csv': githubCsv(sponsorship('c')) }))
  await writeFile(join(folder, 'exports', '.DS_Store'), 'x')
  await writeFile(join(folder, 'exports', '.git', 'd.csv'), githubCsv(sponsorship('d')))
  const { code, out } = await enough('folder', 'import', 'exports', '--home', 'USD', '--json')
  expect(code).toBe(0)
  expect((JSON.parse(out) as { file: string; added: number }[]).map(({ file, added }) => [file, added])).toEqual([
    ['exports/2023/a.csv', 1],
    ['exports/2023/x.zip › c.csv', 1],
    ['exports/a.csv', 1],
  ])
  await enough('folder', 'export', 'folder-book.jsonl')
  const names = (await readFile(join(folder, 'folder-book.jsonl'), 'utf8')).matchAll(/"name":"([^"]*\.csv)"/g)
  expect([...names].map(([, name]) => name)).toEqual(['exports/2023/a.csv', 'x.zip › c.csv', 'exports/a.csv'])
})

test('the order of dates that nothing tells is asked for, and said', async () => {
  const header = 'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,Transaction ID,Reference Txn ID'
  const row = '03/04/2026,10:00:00,,Ada,Mobile Payment,Completed,USD,5.00,0.00,5.00,a@example.org,UN100000000000000,'
  await writeFile(join(folder, 'pp.csv'), `${header}\n${row}\n`)
  const asked = await enough('dates', 'import', 'pp.csv')
  expect(asked).toMatchObject({ code: 2, err: expect.stringMatching(/^Failed to read pp\.csv: "03\/04\/2026" could .+ --dates day-first/) })
  const said = await enough('dates', 'import', 'pp.csv', '--dates', 'day-first', '--home', 'USD')
  expect(said).toMatchObject({ code: 0, out: expect.stringContaining('  dates read day first, because you said so\n') })
  expect((await enough('dates', 'totals')).out).toMatch(/2026-04 +USD 5\.00/)
})
