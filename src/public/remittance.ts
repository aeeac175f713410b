import type { Remittance } from '#contract/public.ts'
import { checkLength, limited } from '#http/body.ts'
import { ProblemError } from '#http/problem.ts'
import type { PublicHandlers } from './handle.ts'
import type { PublicParts } from './parts.ts'
import type { InvoiceMessage } from './pledge-message.ts'
import { neededRecord, writeRecord, type PledgeRecord } from './pledge-record.ts'
import { RateLimit, RATES } from './rate-limit.ts'
import { openToken } from './token.ts'

/** Bytes of the largest invoice that is taken. */
const INVOICE_LIMIT = 5 * 1024 * 1024
/** Every PDF begins so: ISO 32000-2, 7.5.2. */
const PDF_MAGIC = '%PDF-'

export function remittanceHandlers(
  parts: PublicParts,
  limit = new RateLimit(parts.clock),
): Pick<PublicHandlers, 'remittance' | 'uploadInvoice'> {
  const { shelf } = parts
  const opened = (bearer: string): PledgeRecord => neededRecord(shelf, openToken(shelf.key(), 'recipient', bearer))
  return {
    remittance: async ({ bearer }) => remittanceOf(opened(bearer)),
    async uploadInvoice({ bearer, request }) {
      const record = opened(bearer)
      const { view } = record
      if (view.state === 'cancelled' || view.state === 'ended') {
        throw new ProblemError(409, 'Failed to take the invoice: the pledge has ended. Send it to the organisation itself.')
      }
      limit.take({ rate: RATES.link, name: `invoice ${view.id}` })
      const bytes = await pdfOf(request)
      const document = `invoice-${view.id}`
      shelf.putDocument(document, { type: 'application/pdf', name: `invoice-${view.reference}.pdf`, bytes })
      const message: InvoiceMessage = { pledge: view.id, document }
      shelf.leave({ at: parts.clock(), kind: 'invoice', key: document, body: JSON.stringify(message) })
      // The sending of a large file takes a while, in which the record may have changed.
      const now = neededRecord(shelf, view.id)
      const changed: PledgeRecord = { ...now, view: { ...now.view, invoice: document } }
      writeRecord(shelf, changed)
      parts.onMessage?.()
      return remittanceOf(changed)
    },
  }
}

function remittanceOf({ view, papers }: PledgeRecord): Remittance {
  const { title, name, amount, currency, rhythm, reference, invoice } = view
  return { title, patron: name, amount, currency, rhythm, reference, papers, invoice }
}

/** The body as a PDF; throws a problem for anything else, and for more than is taken. */
async function pdfOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  checkLength(request, INVOICE_LIMIT)
  const chunks: Uint8Array[] = []
  for await (const chunk of limited(request.body, INVOICE_LIMIT)) chunks.push(chunk)
  const bytes = new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer())
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_MAGIC.length))
  if (start === PDF_MAGIC) return bytes
  throw new ProblemError(415, 'Failed to take the invoice: it is no PDF. Save or print it as PDF and choose that file.')
}
