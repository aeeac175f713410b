/** How a file's bytes became text. Labels of the Encoding Standard, https://encoding.spec.whatwg.org/#names-and-labels */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** As much of a file's start as is looked at to tell its encoding and its layout. */
export const HEAD_BYTES = 65_536

const BOM = '\uFEFF'

/** A file as text, piece by piece; what was found out on the way stands beside it. */
export interface TextSource extends AsyncIterable<string> {
  /** Known once the first piece is there. */
  readonly encoding: Encoding
  /** Whether some bytes did not fit the encoding and were read as Windows-1252, so that none was lost. */
  readonly repaired: boolean
}

/** Guesses the encoding from a file's first bytes: byte order marks, the pattern of NUL bytes, valid UTF-8, else Windows-1252. */
export function guessEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  return wideEncoding(head) ?? (isMostlyUtf8(head) ? 'utf-8' : 'windows-1252')
}

/** UTF-16 without a mark: Western text has a NUL in nearly every second place and hardly one in the others. */
function wideEncoding(head: Uint8Array): Encoding | undefined {
  const pairs = head.length >> 1
  if (pairs < 2) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  if (odd * 10 >= pairs * 7 && even * 10 < pairs) return 'utf-16le'
  if (even * 10 >= pairs * 7 && odd * 10 < pairs) return 'utf-16be'
  return undefined
}

/** A stray byte does not make a UTF-8 file a Windows-1252 one: the more frequent kind of non-ASCII decides. */
function isMostlyUtf8(head: Uint8Array): boolean {
  let valid = 0
  let invalid = 0
  const end = head.length - unfinishedBytes(head)
  for (let i = 0; i < end;) {
    const length = sequenceLength(head, i)
    if (length > 1) valid++
    if (length === 0) invalid++
    i += length || 1
  }
  return invalid === 0 || valid > invalid
}

/** Bytes of the valid UTF-8 sequence at a place: 1 to 4, or 0 where none starts. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = leadLength(lead)
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1] ?? 0
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90)
  const outside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f)
  return overlong || outside ? 0 : length
}

function leadLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

/** How many bytes at the end start a sequence whose rest may come with the next chunk. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return leadLength(byte) > back ? back : 0
  }
  return 0
}

/** Valid UTF-8 as it is, and every byte that is not as Windows-1252: nothing is lost and nothing throws. */
function decodeMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  const western = new TextDecoder('windows-1252')
  const pieces: string[] = []
  let start = 0
  let bad = false
  const take = (end: number) => {
    if (end > start) pieces.push((bad ? western : utf8).decode(bytes.subarray(start, end)))
    start = end
  }
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i)
    const turns = (length === 0) !== bad
    if (turns) take(i)
    bad = length === 0
    i += length || 1
  }
  take(bytes.length)
  return pieces.join('')
}

interface Decoder {
  /** Text of the bytes so far; `last` when no more will come. */
  decode(bytes: Uint8Array, last: boolean): string
  readonly repaired: boolean
}

function utf8Decoder(): Decoder {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let carry = new Uint8Array(0)
  let repaired = false
  return {
    get repaired() {
      return repaired
    },
    decode(bytes, last) {
      const all = carry.length > 0 ? joined([carry, bytes]) : bytes
      const end = last ? all.length : all.length - unfinishedBytes(all)
      carry = all.slice(end)
      const whole = all.subarray(0, end)
      try {
        return strict.decode(whole)
      } catch {
        repaired = true
        return decodeMixed(whole)
      }
    },
  }
}

function plainDecoder(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  let repaired = false
  return {
    get repaired() {
      return repaired
    },
    decode(bytes, last) {
      const text = decoder.decode(bytes, { stream: !last })
      if (text.includes('\uFFFD')) repaired = true
      return text
    },
  }
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * Chunks of at least `HEAD_BYTES`, the last one aside: tiny chunks cost as much as large ones everywhere below. Each is good until
 * the next one is asked for: all lie in one buffer, since those of a large file would pile up until they are collected.
 */
async function* gathered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let buffer = new Uint8Array(2 * HEAD_BYTES)
  let length = 0
  for await (const chunk of chunks) {
    if (length + chunk.length > buffer.length) {
      const larger = new Uint8Array(length + chunk.length)
      larger.set(buffer.subarray(0, length))
      buffer = larger
    }
    buffer.set(chunk, length)
    length += chunk.length
    if (length < HEAD_BYTES) continue
    yield buffer.subarray(0, length)
    length = 0
  }
  yield buffer.subarray(0, length)
}

/** Decodes a stream of bytes; a character may be cut by the end of a chunk. The byte order mark is left out. Never throws for content. */
export function openText(chunks: AsyncIterable<Uint8Array>): TextSource {
  let encoding: Encoding = 'utf-8'
  let decoder: Decoder | undefined
  async function* read() {
    for await (const bytes of gathered(chunks)) {
      const first = decoder === undefined
      if (decoder === undefined) {
        encoding = guessEncoding(bytes.subarray(0, HEAD_BYTES))
        decoder = encoding === 'utf-8' ? utf8Decoder() : plainDecoder(encoding)
      }
      yield withoutMark(decoder.decode(bytes, false), first)
    }
    if (decoder) yield decoder.decode(new Uint8Array(0), true)
  }
  return {
    [Symbol.asyncIterator]: read,
    get encoding() {
      return encoding
    },
    get repaired() {
      return decoder?.repaired ?? false
    },
  }
}

function withoutMark(text: string, first: boolean): string {
  return first && text.startsWith(BOM) ? text.slice(1) : text
}

/** Decodes the start of a file; a character cut by its end is left out. */
export function decodeHead(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const head = bytes.subarray(0, HEAD_BYTES)
  const encoding = guessEncoding(head)
  const decoder = encoding === 'utf-8' ? utf8Decoder() : plainDecoder(encoding)
  return { text: withoutMark(decoder.decode(head, head.length === bytes.length && bytes.length < HEAD_BYTES), true), encoding }
}
