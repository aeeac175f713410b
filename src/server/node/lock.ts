import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const BUSY = 5

/** Another process has the data folder. */
export class FolderTaken extends Error {}

/** Locks that are held: a database that nothing refers to would be closed, and its lock lost, by the next collection of garbage. */
const held = new Set<DatabaseSync>()

/**
 * Takes a data folder for this process; answers how to give it back. Throws a sentence when another process has it.
 * The lock is an open transaction on an empty database, so the system drops it with the process, however that ends.
 */
export function lockFolder(folder: string): () => void {
  const database = opened(folder)
  try {
    database.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (error) {
    database.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) {
      throw new FolderTaken(
        `Failed to open the data folder ${folder}: another Enough is using it. Stop that one, or choose another folder.`,
        {
          cause: error,
        },
      )
    }
    throw error
  }
  held.add(database)
  return () => {
    held.delete(database)
    database.close()
  }
}

function opened(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true })
    return new DatabaseSync(join(folder, 'lock.sqlite'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`Failed to open the data folder ${folder}: ${reason}. Choose a folder that can be written to.`, { cause: error })
  }
}
