import { packageUrl } from './package-url.ts'

/** A package that somebody uses; `direct` where they ask for it themselves, not only through another package. */
export interface UsedPackage {
  /** Normalised package URL without a version: `pkg:npm/%40scope/name`. */
  package: string
  direct: boolean
}

/** What a file told of the packages in use, or why it could not be read. Sorted by package, each once. */
export type OwnUse = { file: 'package.json' | 'package-lock.json' | 'CycloneDX'; packages: UsedPackage[] } | { problem: string }

/** How much a package weighs when a sum is split by own use. */
export const USE_WEIGHT = { direct: 3, transitive: 1 } as const

type Fields = Record<string, unknown>

const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
const FOLDER = 'node_modules/'
/** Versions of CycloneDX whose components and dependencies are written alike. */
const CYCLONE_VERSIONS = ['1.4', '1.5', '1.6', '1.7']

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A dependency's name at npm, by its name here and what is asked for; undefined for one that lives in a folder beside. */
function npmName(name: string, asked: unknown): string | undefined {
  if (typeof asked !== 'string') return name
  if (/^(file|link|workspace|portal):/.test(asked)) return undefined
  return /^npm:(@?[^@]+)/.exec(asked)?.[1] ?? name
}

/** Gathers packages; one that is used in both ways is used directly. */
class Gathered {
  readonly #direct = new Map<string, boolean>()

  add(url: string | undefined, direct: boolean): void {
    if (url !== undefined) this.#direct.set(url, direct || this.#direct.get(url) === true)
  }

  addNpm(name: string | undefined, direct: boolean): void {
    if (name !== undefined) this.add(packageUrl(`pkg:npm/${name.replace(/^@/, '%40')}`), direct)
  }

  list(): UsedPackage[] {
    const sorted = [...this.#direct].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return sorted.map(([name, direct]) => ({ package: name, direct }))
  }
}

function dependenciesOf(fields: Fields): [name: string, asked: unknown][] {
  return DEPENDENCIES.flatMap((key) => Object.entries(fieldsOf(fields[key])))
}

function fromManifest(manifest: Fields): UsedPackage[] {
  const found = new Gathered()
  for (const [name, asked] of dependenciesOf(manifest)) found.addNpm(npmName(name, asked), true)
  return found.list()
}

/** The places where Node looks for a package from a folder, nearest first: `a/b/node_modules/x`, `a/node_modules/x`, `node_modules/x`. */
function placesOf(folder: string, name: string): string[] {
  const steps = folder === '' ? [] : folder.split('/')
  return Array.from({ length: steps.length + 1 }, (_, i) => [...steps.slice(0, steps.length - i), `${FOLDER}${name}`].join('/'))
}

/** Versions 2 and 3: `packages` by folder. What stands outside `node_modules` is one's own: the root and its workspaces. */
function fromPlaces(places: Fields): UsedPackage[] {
  const found = new Gathered()
  const direct = new Set<string>()
  for (const [folder, fields] of Object.entries(places)) {
    if (folder.includes(FOLDER)) continue
    for (const [name] of dependenciesOf(fieldsOf(fields))) {
      const place = placesOf(folder, name).find((place) => Object.hasOwn(places, place))
      if (place !== undefined) direct.add(place)
    }
  }
  for (const [place, value] of Object.entries(places)) {
    const fields = fieldsOf(value)
    const start = place.lastIndexOf(FOLDER)
    if (start < 0 || fields['link'] === true) continue
    const name = typeof fields['name'] === 'string' ? fields['name'] : place.slice(start + FOLDER.length)
    found.addNpm(name, direct.has(place))
  }
  return found.list()
}

/** Version 1: a tree that does not tell what was asked for. What no other package requires must have been. */
function fromTree(tree: Fields): UsedPackage[] {
  const found = new Gathered()
  const required = new Set<string>()
  const nested: [name: string, fields: Fields, depth: number][] = []
  const open: [tree: Fields, depth: number][] = [[tree, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [branch, depth] = next
    for (const [name, value] of Object.entries(branch)) {
      const fields = fieldsOf(value)
      nested.push([name, fields, depth])
      for (const other of Object.keys(fieldsOf(fields['requires']))) required.add(other)
      open.push([fieldsOf(fields['dependencies']), depth + 1])
    }
  }
  for (const [name, fields, depth] of nested) found.addNpm(npmName(name, fields['version']), depth === 0 && !required.has(name))
  return found.list()
}

/** A CycloneDX bill of materials: https://cyclonedx.org/specification/overview/ */
function fromBill(bill: Fields): UsedPackage[] {
  const found = new Gathered()
  const root = fieldsOf(fieldsOf(bill['metadata'])['component'])['bom-ref']
  const asked = listOf(bill['dependencies'])
    .map(fieldsOf)
    .filter(({ ref }) => typeof ref === 'string' && ref === root)
  const direct = new Set(asked.flatMap(({ dependsOn }) => listOf(dependsOn)))
  const open = [listOf(bill['components'])]
  for (let next = open.pop(); next; next = open.pop()) {
    for (const component of next.map(fieldsOf)) {
      const { purl } = component
      if (typeof purl === 'string') found.add(packageUrl(purl), direct.has(component['bom-ref']))
      open.push(listOf(component['components']))
    }
  }
  return found.list()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/**
 * Reads the text of a `package.json`, a `package-lock.json` (version 1, 2 or 3) or a CycloneDX bill of materials in JSON. Packages that live
 * in a folder beside are left out: nobody publishes them. Anything else, and broken text, is told as a problem in words.
 */
export function readOwnUse(text: string): OwnUse {
  const json = parsed(text)
  if (json === undefined) return { problem: 'This is no JSON. Give a package.json, a package-lock.json or a CycloneDX file in JSON.' }
  const fields = fieldsOf(json)
  if (fields['bomFormat'] === 'CycloneDX') {
    if (CYCLONE_VERSIONS.some((version) => version === fields['specVersion'])) return { file: 'CycloneDX', packages: fromBill(fields) }
    return { problem: `This is CycloneDX of a version that is not known here. Give one of ${CYCLONE_VERSIONS.join(', ')}.` }
  }
  if ('spdxVersion' in fields) return { problem: 'This is a list in SPDX. Give it as CycloneDX, or give a package-lock.json.' }
  if ('lockfileVersion' in fields) {
    const { lockfileVersion, packages, dependencies } = fields
    if (lockfileVersion === 1) return { file: 'package-lock.json', packages: fromTree(fieldsOf(dependencies)) }
    if (lockfileVersion === 2 || lockfileVersion === 3) return { file: 'package-lock.json', packages: fromPlaces(fieldsOf(packages)) }
    return { problem: 'This is a package-lock.json of a version that is not known here. Give one of version 1, 2 or 3.' }
  }
  if (DEPENDENCIES.some((key) => key in fields)) return { file: 'package.json', packages: fromManifest(fields) }
  return { problem: 'No dependencies were found in this file. Give a package.json, a package-lock.json or a CycloneDX file in JSON.' }
}

/** What several files tell together: each package once, directly used where one of them says so. */
export function mergedUse(files: readonly (readonly UsedPackage[])[]): UsedPackage[] {
  const found = new Gathered()
  for (const { package: name, direct } of files.flat()) found.add(name, direct)
  return found.list()
}

/**
 * What ventures weigh when a sum is split by own use: 3 for each of their packages that is used directly, 1 for each other; by address.
 * Ventures that claim no package in use are not there.
 */
export function weightsByUse(used: readonly UsedPackage[], claimed: readonly { package: string; address: string }[]): Map<string, number> {
  const direct = new Map(used.map((use) => [use.package, use.direct]))
  const counted = new Set<string>()
  const weights = new Map<string, number>()
  for (const claim of claimed) {
    const name = packageUrl(claim.package)
    const use = name === undefined ? undefined : direct.get(name)
    if (use === undefined || counted.has(`${claim.address} ${name}`)) continue
    counted.add(`${claim.address} ${name}`)
    weights.set(claim.address, (weights.get(claim.address) ?? 0) + (use ? USE_WEIGHT.direct : USE_WEIGHT.transitive))
  }
  return weights
}
