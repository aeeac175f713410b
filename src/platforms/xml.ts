import { SaxesParser } from 'saxes'
import { openText } from './decode.ts'

/** What is heard while a document is read. Names are without their prefix: `t:row` and `row` are `row`. */
export interface XmlEars {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** A document that is no well-formed XML. */
export class XmlError extends Error {}

/**
 * Reads XML piece by piece and tells what it meets; the pieces end after each chunk, so that what was heard can be handed on.
 * Entities that the document defines itself are not followed: a document that uses one is not well-formed here.
 * Throws an `XmlError` with the parser's words.
 */
export async function* readXml(chunks: AsyncIterable<Uint8Array>, ears: XmlEars): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw new XmlError(error.message)
  })
  const { open, text, close } = ears
  if (open) parser.on('opentag', ({ name, attributes }) => open.call(ears, localName(name), attributes))
  if (text) {
    parser.on('text', (said) => text.call(ears, said))
    parser.on('cdata', (said) => text.call(ears, said))
  }
  if (close) parser.on('closetag', ({ name }) => close.call(ears, localName(name)))
  for await (const piece of openText(chunks)) {
    parser.write(piece)
    yield
  }
  parser.close()
  yield
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
