import type { Storage } from '#storage/storage.ts'

/** Waits until no other work has the turn, then does its own. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>

/** A turn that is handed on in the order of asking. */
export function createTurn(): Turn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    // The next one comes whether this one succeeds or not; its caller hears of the failure.
    last = mine.catch(() => {})
    return mine
  }
}

type Writes = Pick<Storage, 'createBook' | 'deleteBook' | 'write' | 'restore'>

/**
 * A storage whose writes wait for the turn. An import writes from a thread with a connection of its own, and SQLite has one
 * writer: without turns the main thread would stand still, blocked, until the import is through.
 */
export function withTurn(storage: Storage, turn: Turn): Storage {
  const writes: Writes = {
    createBook: (id, settings, example) => turn(() => storage.createBook(id, settings, example)),
    deleteBook: (id) => turn(() => storage.deleteBook(id)),
    write: (book, work, options) => turn(() => storage.write(book, work, options)),
    restore: (...args) => turn(() => storage.restore(...args)),
  }
  return new Proxy(storage, {
    get(target, name) {
      if (name in writes) return Reflect.get(writes, name)
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
