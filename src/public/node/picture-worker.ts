import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { PICTURE_FONT } from '../picture-svg.ts'
import type { DrawAsk, Drawn } from './picture.ts'

if (!parentPort) throw new Error('Failed to start drawing: it was started as a program. Start main.ts.')
const main = parentPort

const found = (name: string): string => fileURLToPath(import.meta.resolve(name))
const [wasm, face] = await Promise.all([
  readFile(found('@resvg/resvg-wasm/index_bg.wasm')),
  readFile(found('@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf')),
])
await initWasm(wasm)
// Only the shipped face: a picture is the same on every machine.
const font = { fontBuffers: [new Uint8Array(face)], defaultFontFamily: PICTURE_FONT, serifFamily: PICTURE_FONT }

main.on('message', ({ id, svg }: DrawAsk) => {
  try {
    const drawing = new Resvg(svg, { font })
    const image = drawing.render()
    const png = new Uint8Array(image.asPng())
    image.free()
    drawing.free()
    main.postMessage({ id, png } satisfies Drawn, [png.buffer])
  } catch (error) {
    main.postMessage({ id, error: String(error) } satisfies Drawn)
  }
})
