import { expect, test } from 'vitest'
import { filesOf } from '#web/shell/dropped-files.ts'
import { folderOf, pastedTable, withoutLitter } from './dropped-entries.ts'

const leaf = (name: string) => ({ isFile: true, isDirectory: false, file: (take: (file: File) => void) => take(new File(['x'], name)) })
/** A folder as browsers hand it out: in parts, an empty part at its end. */
const folder = (name: string, ...inside: object[]) => {
  const parts = inside.map((one) => [one])
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => ({ readEntries: (take: (part: object[]) => void) => take(parts.shift() ?? []) }),
  }
}
const dropOf = (entries: object[], files: File[]) =>
  // Only what is read of a drop.
  ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files }) as unknown as DataTransfer

test('a folder is taken with all that is in it, but for what systems leave there', async () => {
  const drop = dropOf([leaf('a.csv'), folder('x', leaf('b.csv'), leaf('.DS_Store'), folder('y', leaf('c.json')))], [])
  const files = await filesOf(drop)
  expect(files.map((file) => [folderOf(file), file.name])).toEqual([
    ['', 'a.csv'],
    ['x', 'b.csv'],
    ['x/y', 'c.json'],
  ])
  expect(withoutLitter([new File([''], 'desktop.ini'), ...files])).toEqual(files)
})

test('plain files are taken as they come', async () => {
  const files = [new File(['x'], 'a.csv')]
  expect(await filesOf(dropOf([leaf('a.csv')], files))).toEqual(files)
})

test('a text of several lines is a table, one of one line is none', async () => {
  const table = pastedTable('a\tb\n1\t2')
  expect([table?.name, await table?.text()]).toEqual(['Pasted text', 'a\tb\n1\t2'])
  expect(pastedTable('hello')).toBeUndefined()
  expect(pastedTable(' \n ')).toBeUndefined()
})
