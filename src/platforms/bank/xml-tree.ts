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
  return allAt(element, ...path)[0]?.text.trim() ?? ''
}

/** All texts in an element, as one. */
export function wordsOf({ text, children }: Element): string {
  return [text.trim(), ...children.map(wordsOf)].filter((word) => word !== '').join(' ')
}
