import bold from '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf?url'
import regular from '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf?url'
import type { SheetFonts } from './sheet-pdf.ts'

async function bytesAt(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error('Failed to load the font of the sheet: the site does not answer. Try again in a minute.')
  return new Uint8Array(await response.arrayBuffer())
}

let fonts: Promise<SheetFonts> | undefined

/** The fonts that sheets are drawn with, fetched when the first one is asked for. */
export function sheetFonts(): Promise<SheetFonts> {
  fonts ??= Promise.all([bytesAt(regular), bytesAt(bold)])
    .then(([regular, bold]) => ({ regular, bold }))
    .catch((error: unknown) => {
      fonts = undefined
      throw error
    })
  return fonts
}
