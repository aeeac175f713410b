import { codePath, epcCode, epcPayload } from '#bank/epc.ts'
import type { Minor } from '#domain/money.ts'

interface EpcCodeProps {
  account: { holder: string; iban: string; bic?: string | undefined }
  amount: Minor | null
  reference: string | undefined
}

/** The code that a banking app reads (EPC069-12), dark on light whatever the theme; where none can be made, the words beside it do. */
export function EpcCode({ account: { holder, iban, bic }, amount, reference }: EpcCodeProps) {
  const made = epcPayload({
    holder,
    iban,
    amount,
    currency: 'EUR',
    ...(bic !== undefined && bic !== '' && { bic }),
    ...(reference !== undefined && { reference }),
  })
  if ('problem' in made) return null
  const { size, path } = codePath(epcCode(made.payload))
  return (
    <div className="code">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label="Code of the transfer, for a banking app" shapeRendering="crispEdges">
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000" d={path} />
      </svg>
      <p className="hint">Scan it with your banking app.</p>
    </div>
  )
}
