import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { hostileVenture } from '../app-fixture.ts'
import { pictureSvg } from '../picture-svg.ts'
import { venture } from '../venture-fixture.ts'
import { openPictures } from './picture.ts'

const TODAY = '2026-11-23'
const site = { name: '' }
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]

/** Width and height, as the header of a PNG tells them. */
function sizeOf(png: Uint8Array<ArrayBuffer>): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

test('a picture is a PNG of 1200 by 630, drawn once for whoever asks at the same time', async () => {
  const pictures = openPictures()
  const svg = pictureSvg(venture(), site, TODAY)
  const [one, two] = await Promise.all([pictures.draw(svg), pictures.draw(svg)])
  expect(Array.from(one.slice(0, 8))).toEqual(SIGNATURE)
  expect(sizeOf(one)).toEqual([1200, 630])
  expect(two).toBe(one)
  expect(await pictures.draw(svg)).toBe(one)
  const other = await pictures.draw(pictureSvg(venture({ title: 'Other' }), site, TODAY))
  expect(other).not.toEqual(one)
  await pictures.close()
})

test('what is kept is bounded, and what was let go is drawn again to the same bytes', async () => {
  const pictures = openPictures(1)
  const svg = pictureSvg(venture(), site, TODAY)
  const one = await pictures.draw(svg)
  const two = await pictures.draw(svg)
  expect(two).not.toBe(one)
  expect(two).toEqual(one)
  await pictures.close()
})

test('what cannot be drawn fails alone, and a thread that ended is started again', async () => {
  const pictures = openPictures()
  await expect(pictures.draw('<no')).rejects.toThrow(/./)
  const svg = pictureSvg(venture(), site, TODAY)
  expect(sizeOf(await pictures.draw(svg))).toEqual([1200, 630])
  await pictures.close()
  expect(sizeOf(await pictures.draw(pictureSvg(venture({ title: 'Again' }), site, TODAY)))).toEqual([1200, 630])
  await pictures.close()
})

test('whatever a venture is called, its picture can be drawn', async () => {
  const pictures = openPictures()
  await fc.assert(
    fc.asyncProperty(hostileVenture, async (of) => {
      expect(sizeOf(await pictures.draw(pictureSvg(of, { name: of.maker }, TODAY)))).toEqual([1200, 630])
    }),
    { numRuns: 15 },
  )
  await pictures.close()
})

test('letters that the font does not have are left out, with the text that they are in', () => {
  const words = (title: string, name = '') => {
    const svg = pictureSvg(venture({ title, summary: '' }), { name }, TODAY)
    return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).slice(0, -2)
  }
  expect(words('Obtool')).toEqual(['enough', 'Obtool'])
  expect(words('Заметки').slice(1)).toEqual(['Заметки'])
  expect(words('Kiln 🔥 – €5 × 2')).toEqual(['enough', 'Kiln – €5 × 2'])
  expect(words('مشروع الكتب', '本の会')).toEqual(['enough'])
  expect(words('Books 本')).toEqual(['enough'])
})
