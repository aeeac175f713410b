import type { StreamKind } from '#contract/stream.ts'
import type { Choice } from '#web/ui/select-field.tsx'

const WORDS: Record<StreamKind, string> = {
  patronage: 'patronage',
  sales: 'sales',
  service: 'service',
  royalty: 'royalty',
  grant: 'grant',
  wage: 'wage',
  other: 'other income',
}

/** What a stream's money is paid for, within a sentence. */
export function kindWord(kind: StreamKind): string {
  return WORDS[kind]
}

export const kindChoices: readonly Choice[] = Object.entries(WORDS).map(([value, word]) => ({
  value,
  label: word.charAt(0).toUpperCase() + word.slice(1),
}))

/** The kind that a list's value stands for. */
export function kindOf(value: string): StreamKind {
  // The values of the list are the keys of the words, so one is always found.
  return (Object.keys(WORDS) as StreamKind[]).find((kind) => kind === value) ?? 'other'
}
