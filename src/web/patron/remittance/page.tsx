import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sendInvoice, signedQuery } from '#web/api/public-client.ts'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { useAddress } from '#web/shell/router-context.ts'
import { Card } from '#web/ui/card.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { pledgeWords } from '../pledge/pledge-words.ts'
import { usePatronFormat } from '../site.ts'
import { invoiceTrouble } from './invoice.ts'

/** For a recipient: what a remittance sheet is about, and the upload of their own invoice. */
export function RemittancePage() {
  const token = useAddress().params['token']
  if (token === undefined) {
    return (
      <section className="narrow">
        <PageHeading
          title="This link is not complete"
          lead="Something of the link on the sheet is missing. Copy the whole of it, or scan it anew."
        />
      </section>
    )
  }
  return <Opened token={token} />
}

function Opened({ token }: { token: string }) {
  const { data: about } = useQuery(signedQuery('remittance', token))
  const format = usePatronFormat(about?.currency ?? 'EUR')
  if (!about) return null
  const { title, patron, reference, papers, invoice } = about
  const facts = [
    { label: 'From', value: patron === '' ? 'not named' : patron },
    { label: 'Amount', value: pledgeWords({ ...about, months: 1 }, format) },
    { label: 'Reference', value: reference },
    ...(papers && papers.purchaseOrder !== '' ? [{ label: 'Purchase order', value: papers.purchaseOrder }] : []),
    ...(papers && papers.vatNumber !== '' ? [{ label: 'VAT number of the payer', value: papers.vatNumber }] : []),
  ]
  return (
    <section className="narrow stack">
      <div>
        <PageHeading
          title={`Invoice for ${title}`}
          lead="Who pays needs an invoice of yours. Make it as you always do, with what stands here."
        />
      </div>
      <Card title="What it is about">
        <dl className="about">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title="Your invoice">
        <Upload token={token} uploaded={invoice !== null} />
      </Card>
    </section>
  )
}

function Upload({ token, uploaded }: { token: string; uploaded: boolean }) {
  const client = useQueryClient()
  const [wrong, setWrong] = useState<string>()
  const sending = useMutation({
    mutationFn: (file: File) => sendInvoice(token, file),
    onSuccess: (next) => client.setQueryData(signedQuery('remittance', token).queryKey, next),
  })
  const take = (files: readonly File[]) => {
    const file = files[0]
    const trouble = file && invoiceTrouble(files.length, file)
    setWrong(trouble)
    if (file && trouble === undefined) sending.mutate(file)
  }
  return (
    <div className="stack">
      <p role="status">
        {sending.isPending
          ? 'Your invoice is on its way.'
          : uploaded
            ? 'Done. Your invoice has arrived, and whoever pays can fetch it. Another one takes its place.'
            : 'A PDF of at most 5 MB.'}
      </p>
      <p>
        <FileButton tone={uploaded ? 'quiet' : 'main'} disabled={sending.isPending} onFiles={take}>
          {uploaded ? 'Replace it' : 'Upload your invoice'}
        </FileButton>
      </p>
      <Trouble error={wrong ?? sending.error} />
    </div>
  )
}
