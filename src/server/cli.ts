import { resolve } from 'node:path'
import { runCli } from './node/cli-run.ts'

/** npm runs scripts in the package's folder, whatever folder they are called from; the names of files are seen from there. */
const { INIT_CWD: from, npm_lifecycle_event: script, ENOUGH_DATA: data = './data', PUBLIC_URL: publicUrl } = process.env

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  cwd: resolve(script === 'enough' && from !== undefined ? from : '.'),
  data: resolve(data),
  publicUrl,
})
