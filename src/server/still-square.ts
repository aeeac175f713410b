import type { Shelf } from '#public/shelf.ts'
import type { Square } from './parts.ts'

/** The public half where nothing listens: `in-page` answers beside the owner's app, `off` is for the command line and for tests. */
export function stillSquare(shelf: Shelf, state: 'off' | 'in-page'): Square {
  return { shelf, urlFixed: false, listening: () => ({ state, at: null, problem: null }), ensure: async () => {} }
}
