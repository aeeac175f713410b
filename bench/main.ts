import { ensureBuilt } from '../tools/build.ts'
import { BUDGET, pageSize } from '../tools/page-size.ts'
import { benchBrowse } from './browse.ts'
import { benchDoubles } from './doubles.ts'
import { benchImport } from './import.ts'
import { benchLargeFile } from './large-file.ts'
import { benchMonth } from './month.ts'
import { benchPublic } from './public.ts'
import { benchReaders } from './readers.ts'
import { row } from './report.ts'

/** `npm run bench`: every figure beside what it is compared with in the same run, because machines are noisy. */
await ensureBuilt('dist')
await ensureBuilt('dist-public')
const size = await pageSize()
row('first page, JavaScript before charts, gzip', kilobytes(size.firstPage), `goal: ${kilobytes(BUDGET.firstPage)}`)
row('patron’s first page, JavaScript, gzip', kilobytes(size.patron), `goal: ${kilobytes(BUDGET.patron)}`)
row('all that Month loads, JavaScript, gzip', kilobytes(size.month), `goal: ${kilobytes(BUDGET.month)}`)
await benchReaders()
await benchImport()
await benchLargeFile()
await benchMonth()
benchDoubles()
await benchBrowse()
await benchPublic()

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
