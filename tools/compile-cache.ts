import { enableCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where Node keeps what it made of the program's text. */
export const compileCache = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules', '.cache', 'compiled')

/**
 * Lets this process and its threads take what an earlier one made of the program's text, which spares them time and some 25 MB.
 * Where nothing can be kept nothing is lost.
 */
export function keepCompiled(): void {
  // Threads read the variable, as they come to be later.
  process.env['NODE_COMPILE_CACHE'] ??= compileCache
  enableCompileCache(process.env['NODE_COMPILE_CACHE'])
}
