import type { Publication } from '#domain/publication.ts'
import type { Parts } from './parts.ts'

/** What is said of a book's pages as it stands for strangers: the page of an archived venture is private while it is archived. */
export async function standingPublications({ storage }: Pick<Parts, 'storage'>, book: string): Promise<Publication[]> {
  const archived = new Set((await storage.ventures(book)).flatMap((venture) => (venture.archived ? venture.id : [])))
  const said = await storage.publications(book)
  return said.map((publication) => (archived.has(publication.venture) ? { ...publication, visibility: 'private' } : publication))
}
