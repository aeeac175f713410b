import { readXml, type XmlEars } from '../xml.ts'

/** An element with what is in it. */
export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: Element[]
}

/** Elements of these names with all that is in them, one after another: so a long document is never held as a whole. */
export async function* elementsNamed(chunks: AsyncIterable<Uint8Array>, names: ReadonlySet<string>): AsyncGenerator<Element> {
  let done: Element[] = []
  const path: Element[] = []
  const ears: XmlEars = {
    open(name, attributes) {
      const parent = path.at(-1)
      if (!parent && !names.has(name)) return
      const element: Element = { name, attributes, text: '', children: [] }
      parent?.children.push(element)
      path.push(element)
    },
    text(said) {
      const element = path.at(-1)
      if (element) element.text += said
    },
    close() {
      const element = path.pop()
      if (element && path.length === 0) done.push(element)
    },
  }
  for await (const _ of readXml(chunks, ears)) {
    yield* done
    done = []
  }
}

/** All elements at the end of a path below an element. */
export function allAt(element: Element, ...path: string[]): Element[] {
  return path.reduce<Element[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  )
}

/** The text of the first element at the end of a path; empty where there is none. */
export function textAt(element: Element, ...path: string[]): string {
  return firstAt(element, path)?.text.trim() ?? ''
}

function firstAt(element: Element, [name, ...rest]: readonly string[]): Element | undefined {
  if (name === undefined) return element
  for (const child of element.children) {
    const found = child.name === name ? firstAt(child, rest) : undefined
    if (found) return found
  }
  return undefined
}

/** All texts in an element, as one. A file can nest its elements deeper than functions can call each other. */
export function wordsOf(element: Element): string {
  const words: string[] = []
  const left = [element]
  for (let next = left.pop(); next; next = left.pop()) {
    const word = next.text.trim()
    if (word !== '') words.push(word)
    for (const child of next.children.toReversed()) left.push(child)
  }
  return words.join(' ')
}
