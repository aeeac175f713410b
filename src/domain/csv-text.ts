/** One row of an RFC 4180 CSV, with its line end. */
export function csvRow(values: readonly string[]): string {
  return `${values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value)).join(',')}\r\n`
}

/** Text that a spreadsheet would take for a formula gets a mark before it: names come from strangers. */
export function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
