import { readFileSync } from 'node:fs'

/** The program's version, as its package tells it. */
export function programVersion(): string {
  const about: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  return typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : '0'
}
