import type { PublicationPreview } from '#contract/publication.ts'
import { addressOf, type Publication } from '#domain/publication.ts'
import { createPublicApp } from '#public/app.ts'
import { ventureFiles } from '#public/public-files.ts'
import type { Shelf, ShelvedVenture } from '#public/shelf.ts'
import type { Parts } from './parts.ts'

interface Previewed {
  shelved: ShelvedVenture
  /** What was said of the page before: it gives way. */
  before: readonly Publication[]
}

/**
 * The files that would be public of a venture. They are asked of the public app itself, over the shelf as it would then be, so that
 * what is previewed is what will be served, byte for byte.
 */
export async function publishedFiles(parts: Parts, { shelved, before }: Previewed): Promise<PublicationPreview['files']> {
  const { clock, newId, log, rates, program, square } = parts
  const shelf = shelfWith(
    square.shelf,
    shelved,
    before.flatMap((publication) => addressOf(publication) ?? []),
  )
  const today = (): string => clock().slice(0, 10)
  const { version, inPage } = program
  const assets = square.assets ? { assets: square.assets } : {}
  const app = createPublicApp({ shelf, clock, today, newId, log, rates, version, inPage, ...assets })
  const page = `/v/${shelved.address}`
  const paths = [page, ...[...ventureFiles.keys()].map((name) => `${page}/${name}`), `/embed/${shelved.address}`]
  const files: PublicationPreview['files'] = []
  for (const path of inPage ? [`/api/public/v1/ventures/${shelved.address}`] : paths) {
    const response = await app.request(path)
    if (response.ok) files.push({ path, type: response.headers.get('content-type') ?? '', text: await response.text() })
  }
  return files
}

/** The shelf as it would be with one venture published, in the place of what stood there of it. Nothing is written. */
function shelfWith(shelf: Shelf, venture: ShelvedVenture, before: readonly string[]): Shelf {
  const gone = new Set([...before, venture.address])
  return {
    ...shelf,
    ventures: () =>
      [...shelf.ventures().filter(({ address }) => !gone.has(address)), venture].toSorted((a, b) => (a.address < b.address ? -1 : 1)),
    venture: (address) => (address === venture.address ? venture : gone.has(address) ? undefined : shelf.venture(address)),
  }
}
