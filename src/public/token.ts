import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, hexToBytes, bytesToHex } from '@noble/hashes/utils.js'
import { ProblemError } from '#http/problem.ts'

/** What a signed link is for: a patron's own pledge, or the paper of its recipient. */
export type Purpose = 'patron' | 'recipient'

const MARK: Readonly<Record<Purpose, number>> = { patron: 1, recipient: 2 }
const ID_BYTES = 16
const LENGTH = 1 + ID_BYTES + 32

/**
 * The token of a signed link: a byte for its purpose, the pledge's 128 bits, and their HMAC-SHA256 under the shelf's key; base64url, 66
 * letters. It stands in the fragment of a page's address, which no browser sends, and comes to the API as `Authorization: Bearer`.
 */
export function signToken(key: Uint8Array, purpose: Purpose, pledge: string): string {
  return base64url(signed(key, purpose, hexToBytes(pledge)))
}

/** The pledge that a token opens for a purpose; throws a problem for one that was cut, changed or made for something else. */
export function openToken(key: Uint8Array, purpose: Purpose, token: string): string {
  const bytes = bytesOf(token)
  if (bytes.length === LENGTH) {
    const id = bytes.subarray(1, 1 + ID_BYTES)
    if (isSame(bytes, signed(key, purpose, id))) return bytesToHex(id)
  }
  throw new ProblemError(403, 'Failed to open the link: it is not whole, or was not made here. Open it again from where you kept it.')
}

function signed(key: Uint8Array, purpose: Purpose, id: Uint8Array): Uint8Array {
  const message = concatBytes(Uint8Array.of(MARK[purpose]), id)
  return concatBytes(message, hmac(sha256, key, message))
}

/** Takes as long for every pair of one length, so that its time tells nothing of where they differ. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  let difference = 0
  for (const [i, byte] of a.entries()) difference |= byte ^ (b[i] ?? 0)
  return difference === 0
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}

/** Empty for a text that is no base64url of the length of a token. */
function bytesOf(token: string): Uint8Array {
  if (!/^[\w-]{66}$/.test(token)) return new Uint8Array()
  const letters = atob(token.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}
