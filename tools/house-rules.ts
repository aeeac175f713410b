import { posix } from 'node:path'
import { readSource, type FunctionFacts, type Import, type SourceFacts } from './source-facts.ts'

/** One file of the house, its path from the root of the project. */
export interface SourceFile extends SourceFacts {
  path: string
  lines: number
}

/** What a room may touch. */
export interface Room {
  /** Rooms whose values it may import. */
  rooms: string[]
  /** Rooms it may import as types only, but for these files. */
  types?: Record<string, string[]>
  packages: string[]
}

export interface Plan {
  rooms: Record<string, Room>
  /** Packages and rooms that only some files of a room may import, although the room's list has them. */
  only: Record<string, RegExp>
  /** Files that may speak to Node. */
  node: RegExp
}

export interface Limits {
  fileLines: number
  functionLines: number
  componentLines: number
  parameters: number
  /** Tables and fixtures. */
  longFiles: RegExp
}

export function sourceFile(path: string, text: string): SourceFile {
  return { path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), ...readSource(path, text) }
}

/** What tests bring along: their runner, and judges that share nothing with what they judge. */
const TOOLS_OF_TESTS = ['vitest', 'fast-check', 'ajv', 'ajv-formats', 'jsqr', 'xmllint-wasm']

/** Tests and what only they use. */
export function isTest(path: string): boolean {
  return /(\.(test|spec)|-fixture)\.tsx?$/.test(path)
}

/** Imports that the floor plan does not allow. */
export function importTrouble(file: SourceFile, plan: Plan): string[] {
  const room = roomOf(file.path)
  const allowed = plan.rooms[room]
  if (!allowed) return file.path === 'src/house.test.ts' ? [] : [`${file.path}: ${room} is no room of the floor plan`]
  return file.imports.flatMap((found) => {
    const reason = whyNot(found, { file: file.path, room, allowed, plan })
    return reason === undefined ? [] : [`${file.path}:${found.line}: ${found.from} ${reason}`]
  })
}

interface Place {
  file: string
  room: string
  allowed: Room
  plan: Plan
}

function whyNot(found: Import, { file, room, allowed, plan }: Place): string | undefined {
  const target = targetOf(file, found.from)
  if (target === undefined) return whyNotPackage(packageOf(found.from), file, { allowed, plan })
  const other = roomOf(target)
  if (other === room) return undefined
  if (found.from.startsWith('.')) return 'leaves the room by a relative path: write #room/file.ts'
  const only = plan.only[`#${other}`]
  if (only && !(only.test(file) && found.later)) return `may be imported only by ${only}, and only when it is needed`
  if (allowed.rooms.includes(other)) return undefined
  const values = allowed.types?.[other]
  if (!values) return `is in ${other}, which ${room} may not import`
  return found.typeOnly || values.includes(target) ? undefined : `is in ${other}, from which ${room} may import types only`
}

function whyNotPackage(name: string, file: string, { allowed, plan }: Pick<Place, 'allowed' | 'plan'>): string | undefined {
  if (name === 'node:') return isTest(file) || plan.node.test(file) ? undefined : 'is Node, and this file must also run in a page'
  if (isTest(file) && TOOLS_OF_TESTS.includes(name)) return undefined
  if (!allowed.packages.includes(name)) return 'is a package that this room may not import'
  const only = plan.only[name]
  return only && !only.test(file) && !isTest(file) ? `may be imported only by ${only}` : undefined
}

/** `src/domain/money.ts` is in domain. */
export function roomOf(path: string): string {
  return path.split('/')[1] ?? ''
}

/** The file that an import names, from the root of the project; undefined for a package. */
function targetOf(file: string, from: string): string | undefined {
  const bare = from.replace(/\?.*$/, '')
  if (bare.startsWith('#')) return `src/${bare.slice(1)}`
  return bare.startsWith('.') ? posix.join(posix.dirname(file), bare) : undefined
}

function packageOf(from: string): string {
  if (from.startsWith('node:')) return 'node:'
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
}

/** What is too long, takes too much, or has no name. */
export function shapeTrouble(file: SourceFile, limits: Limits): string[] {
  const long = file.lines > limits.fileLines && !limits.longFiles.test(file.path)
  return [
    ...(long ? [`${file.path}: ${file.lines} lines, at most ${limits.fileLines}`] : []),
    ...file.functions.flatMap((found) => functionTrouble(file.path, found, limits)),
    ...(file.barrel ? [`${file.path}: only hands on what others export; import from them`] : []),
  ]
}

function functionTrouble(path: string, found: FunctionFacts, limits: Limits): string[] {
  const where = `${path}:${found.line}: ${found.name || 'a function'}`
  const isComponent = path.endsWith('.tsx') && /^[A-Z]/.test(found.name)
  const isSuite = isTest(path) && /(^|\.)describe(\.\w+)?\(\)$/.test(found.name)
  // fast-check hands each generated value over as a parameter of its own.
  const isProperty = isTest(path) && /^fc\.(asyncP|p)roperty\(\)$/.test(found.name)
  const most = isComponent ? limits.componentLines : isSuite ? limits.fileLines : limits.functionLines
  return [
    ...(found.lines > most ? [`${where} has ${found.lines} lines, at most ${most}`] : []),
    ...(found.parameters > limits.parameters && !isProperty ? [`${where} takes ${found.parameters} parameters; take an object`] : []),
  ]
}

/** What a path is called wrongly. */
export function nameTrouble(path: string): string[] {
  const parts = path.split('/')
  const stem = (part: string) => part.replace(/\..*$/, '')
  const vague = parts.find((part) => ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared', 'index'].includes(stem(part)))
  const odd = parts.find((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(part) && part !== 'README.md')
  return [
    ...(vague ? [`${path}: ${vague} says nothing; name it for its noun or its act`] : []),
    ...(odd ? [`${path}: ${odd} is not kebab-case`] : []),
  ]
}

/** Groups of files that need each other before any of them runs. Types do not count. */
export function cycles(files: SourceFile[]): string[] {
  const needs = graph(files, (found) => !found.typeOnly && !found.later)
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const next of needs.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of needs.keys()) visit(path, [])
  return found
}

/** Files that a file imports, at once or later; types do not count. */
export function importsOf(file: SourceFile): string[] {
  return file.imports.filter(({ typeOnly }) => !typeOnly).flatMap(({ from }) => targetOf(file.path, from) ?? [])
}

function graph(files: SourceFile[], counts: (found: Import) => boolean): Map<string, string[]> {
  return new Map(
    files.map((file) => [file.path, file.imports.filter(counts).flatMap(({ from }) => targetOf(file.path, from) ?? [])] as const),
  )
}

/** Packages that are loaded before the first line of a file runs. */
export function loadedWith(start: string, files: SourceFile[]): string[] {
  const known = new Map(files.map((file) => [file.path, file]))
  const seen = new Set<string>()
  const packages = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { from } of known.get(path)?.imports.filter((found) => !found.typeOnly && !found.later) ?? []) {
      const target = targetOf(path, from)
      if (target === undefined) packages.add(packageOf(from))
      else visit(target)
    }
  }
  visit(start)
  return [...packages].sort()
}

/** Uses of names that a file must not use. */
export function useTrouble(file: SourceFile, banned: RegExp, reason: string): string[] {
  return file.uses.filter(({ name }) => banned.test(name)).map(({ name, line }) => `${file.path}:${line}: ${name}: ${reason}`)
}

/** Tests that are switched off, or that switch all others off. A skip under a condition, with its reason, is none. */
export function silencedTests(file: SourceFile): string[] {
  const silenced = file.calls.filter(({ name, first }) => {
    const [, word] = name.match(/^(?:test|it|describe)(?:\.\w+)*?\.(only|skip|todo|fixme|fails?)$/) ?? []
    return word !== undefined && (first !== 'other' || word === 'only')
  })
  return silenced.map(({ name, line }) => `${file.path}:${line}: ${name}`)
}
