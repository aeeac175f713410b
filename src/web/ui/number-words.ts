const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A small count as a word, as text has it: 3 is "three", 13 is "13". */
export function numberWord(count: number): string {
  return WORDS[count] ?? String(count)
}

/** The word with a capital, for the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "1 row", "4 rows": a count that is already written, with its noun; `plural` where it is not the noun and an s. */
export function plural(count: number, noun: string, { written = String(count), many = `${noun}s` } = {}): string {
  return `${written} ${count === 1 ? noun : many}`
}
