import type { SpooledFile } from '#contract/import.ts'
import { ContainerError, shownName, type Inner } from '#platforms/containers/container.ts'
import { isContainer, openContainer } from '#platforms/containers/open.ts'
import { checkCount, newBudget } from '#platforms/containers/zip.ts'
import { ProblemError } from '#http/problem.ts'
import type { Spool } from './spool.ts'

/** A file of the spool, under the name by which it is shown. */
type Kept = Omit<SpooledFile, 'inside'>

/** How many archives may stand in each other. */
const MOST_LEVELS = 2

/**
 * What a spooled file holds: each file of an archive and each sheet of a spreadsheet becomes a file of the spool by itself, so
 * that it is known again by its own bytes. Undefined for a plain file. Throws a problem for one that cannot be opened.
 */
export async function openSpooled(spool: Spool, kept: Kept): Promise<Kept[] | undefined> {
  try {
    const inside = await new Opening(spool).inside(kept, 0)
    if (inside) checkCount(inside.length)
    return inside
  } catch (error) {
    if (error instanceof ContainerError) throw new ProblemError(422, `Failed to open ${kept.name}: ${error.message}`)
    throw error
  }
}

class Opening {
  private readonly spool: Spool
  private readonly budget = newBudget()

  constructor(spool: Spool) {
    this.spool = spool
  }

  /** `levels` are the archives that it came in. */
  async inside({ file, name, bytes }: Kept, levels: number): Promise<Kept[] | undefined> {
    const { spool } = this
    if (!isContainer(await spool.read(file, 0, 4))) return undefined
    const opened = await openContainer({ size: bytes, read: (from, to) => spool.read(file, from, to) }, this.budget)
    if (opened.kind === 'archive' && levels >= MOST_LEVELS) return undefined
    const kept = opened.kind === 'archive' ? await this.files(opened.inside, name, levels) : await this.sheets(opened.inside, name)
    await spool.remove([file])
    return kept
  }

  /** A spreadsheet with one sheet in use is that sheet. */
  private async sheets(sheets: readonly Inner[], name: string): Promise<Kept[]> {
    const kept: Kept[] = []
    for (const sheet of sheets) kept.push(await this.put(sheet, shownName(name, sheet.name)))
    const filled = kept.filter(({ bytes }) => bytes > 0)
    if (filled.length === 0) throw new ContainerError('its sheets are empty. Export it again.')
    return filled.length === 1 ? filled.map((one) => ({ ...one, name })) : filled
  }

  private async files(files: readonly Inner[], name: string, levels: number): Promise<Kept[]> {
    const kept: Kept[] = []
    for (const file of files) {
      const one = await this.put(file, shownName(name, file.name))
      kept.push(...((await this.insideIfAny(one, levels + 1)) ?? [one]))
    }
    return kept
  }

  /** What cannot be opened in an archive stays as it is, to be told of like any file that cannot be read. */
  private async insideIfAny(kept: Kept, levels: number): Promise<Kept[] | undefined> {
    try {
      return await this.inside(kept, levels)
    } catch (error) {
      if (error instanceof ContainerError && this.budget.left >= 0) return undefined
      throw error
    }
  }

  private async put({ chunks }: Inner, name: string): Promise<Kept> {
    return { ...(await this.spool.put(chunks)), name }
  }
}
