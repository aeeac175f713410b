import type { PublicVenture } from '#contract/public.ts'
import type { Format } from '#web/ui/format.ts'

/** Who carried the venture in twelve months, as far as it is published, in whole sentences. */
export function patronsWords({ count, split, halves }: PublicVenture['patrons'], format: Format): string[] {
  const said: string[] = []
  if (count !== undefined) said.push(`${format.count(count)} patrons carried it in the last twelve months.`)
  if (split) said.push(`${format.count(split.people)} are people, ${format.count(split.organisations)} are organisations.`)
  if (halves)
    said.push(`Half of the money comes from ${format.count(halves.few)} patrons; the other half from ${format.count(halves.many)}.`)
  return said
}
