import { parseSync } from 'vite'

/** What the house's rules need to know of one source file, read from its syntax tree. */
export interface SourceFacts {
  imports: Import[]
  functions: FunctionFacts[]
  /** Lines with an export that has no name of its own. */
  defaultExports: number[]
  /** Whether the file only hands on what other files export. */
  barrel: boolean
  /** Names used as values or methods, with their lines: `parseFloat`, `Math.round`, `toFixed`. */
  uses: { name: string; line: number }[]
  /** Calls like `test.only(…)`, with what they were first given. */
  calls: { name: string; line: number; first: 'none' | 'text' | 'other' }[]
  /** JSX elements with the names of their attributes. */
  elements: { name: string; line: number; attributes: string[] }[]
}

export interface Import {
  from: string
  line: number
  /** Erased before the file runs. */
  typeOnly: boolean
  /** Loaded when reached, not before: `import()` and workers. */
  later: boolean
}

export interface FunctionFacts {
  name: string
  line: number
  lines: number
  parameters: number
}

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** A visitor sees each node and the name that its place gives it. */
type Visit = (node: Node, name: string) => void

/** Reads one TypeScript file. Throws when it does not parse, naming it. */
export function readSource(path: string, text: string): SourceFacts {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`Failed to parse ${path}: ${errors[0]?.message}. Mend its syntax.`)
  const lineAt = lineFinder(text)
  const facts: SourceFacts = { imports: [], functions: [], defaultExports: [], barrel: false, uses: [], calls: [], elements: [] }
  const root = program as unknown as Node // the tree is walked by shape, whatever its classes
  walk(root, '', (node, name) => {
    const line = lineAt(node.start)
    addImport(facts, node, line)
    addFunction(facts, node, { name, line, lines: lineAt(node.end) - line + 1 })
    addUse(facts, node, line)
    if (node.type === 'ExportDefaultDeclaration') facts.defaultExports.push(line)
    if (node.type === 'JSXOpeningElement') facts.elements.push({ name: nameOf(node['name']), line, attributes: attributesOf(node) })
  })
  facts.barrel = isBarrel(root)
  return facts
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function walk(node: Node, name: string, visit: Visit): void {
  visit(node, name)
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, nameGiven(node, key, name), visit)
    }
  }
}

/** The name that a function gets from where it stands: its variable, its property, or the call it is handed to. */
function nameGiven(parent: Node, key: string, name: string): string {
  if (parent.type === 'VariableDeclarator' && key === 'init') return nameOf(parent['id'])
  if ((parent.type === 'Property' || parent.type === 'MethodDefinition') && key === 'value') return nameOf(parent['key'])
  if (parent.type === 'CallExpression' && key === 'arguments') return `${nameOf(parent['callee'])}()`
  return /^(TS|Paren)/.test(parent.type) ? name : ''
}

function nameOf(value: unknown): string {
  if (!isNode(value)) return ''
  if (value.type === 'MemberExpression') return `${nameOf(value['object'])}.${nameOf(value['property'])}`
  if (value.type === 'CallExpression') return nameOf(value['callee'])
  if (value.type === 'JSXMemberExpression') return `${nameOf(value['object'])}.${nameOf(value['property'])}`
  return typeof value['name'] === 'string' ? value['name'] : ''
}

function attributesOf(element: Node): string[] {
  const attributes = element['attributes']
  return Array.isArray(attributes) ? attributes.map((attribute: unknown) => (isNode(attribute) ? nameOf(attribute['name']) : '')) : []
}

function textOf(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : undefined
}

function addImport(facts: SourceFacts, node: Node, line: number): void {
  const typeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type' || node.type === 'TSImportType'
  const from = textOf(node['source'])
  if (from !== undefined) facts.imports.push({ from, line, typeOnly, later: node.type === 'ImportExpression' })
  // A worker is named by `new URL('./x.ts', import.meta.url)`.
  if (node.type !== 'NewExpression' || nameOf(node['callee']) !== 'URL' || !Array.isArray(node['arguments'])) return
  const worker = textOf(node['arguments'][0])
  if (worker?.match(/^(\.|#).*\.tsx?$/)) facts.imports.push({ from: worker, line, typeOnly: false, later: true })
}

function addFunction(facts: SourceFacts, node: Node, place: Omit<FunctionFacts, 'parameters'>): void {
  const isFunction = node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  if (!isFunction || !Array.isArray(node['params'])) return
  facts.functions.push({ ...place, name: nameOf(node['id']) || place.name, parameters: node['params'].length })
}

function addUse(facts: SourceFacts, node: Node, line: number): void {
  if (node.type === 'Identifier') facts.uses.push({ name: nameOf(node), line })
  if (node.type === 'MemberExpression') facts.uses.push({ name: nameOf(node), line })
  if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return
  const [first]: unknown[] = node['arguments']
  const isText = textOf(first) !== undefined || (isNode(first) && first.type === 'TemplateLiteral')
  facts.calls.push({ name: nameOf(node['callee']), line, first: first === undefined ? 'none' : isText ? 'text' : 'other' })
}

function isBarrel(program: Node): boolean {
  const body = program['body']
  if (!Array.isArray(body) || body.length === 0) return false
  return body.every((node: unknown) => isNode(node) && /^Export(Named|All)Declaration$/.test(node.type) && isNode(node['source']))
}
