import type { Format } from '#web/ui/format.ts'

/** A file's size as people say it: "742 bytes", "12 kB", "3.4 MB". */
export function sizeWords(bytes: number, format: Format): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${format.count(bytes)} bytes`
  if (bytes < 999_500) return `${format.count(Math.round(bytes / 1000))} kB`
  const tenths = Math.round(bytes / 100_000)
  return `${format.decimal(`${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`)} MB`
}
