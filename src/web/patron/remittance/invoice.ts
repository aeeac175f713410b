/** Bytes that the server takes. */
const MOST = 5 * 1024 * 1024

/** Why files cannot be sent as an invoice, before they are. */
export function invoiceTrouble(count: number, file: Pick<File, 'name' | 'type' | 'size'>): string | undefined {
  if (count > 1) return 'Choose one file: an invoice in several parts is joined into one PDF.'
  if (file.type !== 'application/pdf' && !file.name.toLowerCase().endsWith('.pdf')) {
    return `${file.name} is no PDF. Save or print it as PDF and choose that file.`
  }
  if (file.size > MOST) return `${file.name} is larger than 5 MB. Save it smaller, without pictures of high resolution.`
  return undefined
}
