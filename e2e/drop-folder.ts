import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from 'playwright/test'

/** A folder as it goes to the page: its files with what is in them, and the folders in it. */
interface Folder {
  name: string
  files: { name: string; text: string }[]
  folders: Folder[]
}

async function folderAt(path: string): Promise<Folder> {
  const folder: Folder = { name: basename(path), files: [], folders: [] }
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) folder.folders.push(await folderAt(join(path, entry.name)))
    else folder.files.push({ name: entry.name, text: await readFile(join(path, entry.name), 'utf8') })
  }
  return folder
}

/**
 * Drops a folder onto the page as a hand does. No script can put a folder into a browser's own DataTransfer, so the drop carries
 * entries that answer as the browser's do: a folder is handed out in parts, the last of which is empty.
 * https://developer.mozilla.org/docs/Web/API/FileSystemDirectoryReader/readEntries
 */
export async function dropFolder(page: Page, path: string): Promise<void> {
  // What systems leave in a folder lies in this one too.
  const folder = await folderAt(path)
  folder.files.push({ name: '.DS_Store', text: 'x' })
  await page.evaluate((dropped) => {
    const leaf = ({ name, text }: { name: string; text: string }) => ({
      isFile: true,
      isDirectory: false,
      name,
      file: (take: (file: File) => void) => setTimeout(() => take(new File([text], name))),
    })
    const tree = ({ name, files, folders }: typeof dropped): object => ({
      isFile: false,
      isDirectory: true,
      name,
      createReader() {
        const parts = [...files.map(leaf), ...folders.map(tree)]
        return { readEntries: (take: (entries: object[]) => void) => setTimeout(() => take(parts.splice(0, 4))) }
      },
    })
    // As a browser tells of a folder among the plain files: by its name, with nothing to be read.
    const data = { types: ['Files'], files: [new File([], dropped.name)], items: [{ kind: 'file', webkitGetAsEntry: () => tree(dropped) }] }
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true })
    Object.defineProperty(drop, 'dataTransfer', { value: data })
    document.querySelector('main')?.dispatchEvent(drop)
  }, folder)
}
