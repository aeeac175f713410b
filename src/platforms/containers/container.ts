/** Bytes that can be read at any place: a file on the spool. */
export interface Bytes {
  size: number
  /** The bytes from..to, `to` not included; fewer where the file ends before. */
  read(from: number, to: number): Promise<Uint8Array>
}

/** One file inside of another. Its name is what it is called there; where two are called alike, with its folders. */
export interface Inner {
  name: string
  chunks: AsyncIterable<Uint8Array>
}

/** Why a container is not opened, as the end of the sentence "Failed to open x: …". */
export class ContainerError extends Error {}

/** Between the name of a container and that of a file in it: "exports.zip › paypal.csv". */
const INSIDE = ' › '
const LONGEST_NAME = 255

/** How a file inside of a container is shown; too long a name loses its middle, which is the end of the container's. */
export function shownName(container: string, inner: string): string {
  const own = inner.slice(-120)
  return `${container.slice(0, LONGEST_NAME - own.length - INSIDE.length)}${INSIDE}${own}`
}

/** The file's own name, without the containers and the folders that it came in. */
export function ownName(shown: string): string {
  const at = shown.lastIndexOf(INSIDE)
  const inside = at < 0 ? shown : shown.slice(at + INSIDE.length)
  return inside.slice(inside.lastIndexOf('/') + 1)
}
