import type { Fee } from '#domain/publication.ts'
import { useBook } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { BankFields } from './bank-fields.tsx'
import { useEditing } from './editing.ts'
import { FeeFields } from './fee-fields.tsx'
import { MOST_WAYS } from './fill-changes.ts'
import { feeFormOf, type PageForm, type WayForm } from './form.ts'
import { PageWayFields } from './page-way-fields.tsx'
import { suggestedPrivacy, suggestedRefunds } from './words.ts'

/** What Stripe usually takes of a card from the European Economic Area. https://stripe.com/pricing */
const STRIPE_FEE: Fee = { fixed: 25, basisPoints: 150 }
const NO_FEE: Fee = { fixed: 0, basisPoints: 0 }
const NAMES: Record<WayForm['kind'], string> = { bank: 'Bank transfer', stripe: 'Card, by Stripe', page: 'A page elsewhere' }

/** How patrons can pay; the money goes from them to the owner, past nobody. */
export function WaysSection() {
  const book = useBook()
  const { form, set, typing, site } = useEditing()
  const { ways } = form
  const change = (at: number, next: WayForm) => set({ ways: ways.with(at, next) })
  const add = (way: WayForm) => set({ ways: [...ways, way], ...contactWith(form) })
  const key = ways.reduce((most, way) => Math.max(most, way.key), -1) + 1
  const has = (kind: WayForm['kind']) => ways.some((way) => way.kind === kind)
  return (
    <Card title="Ways to back it" hint="the money goes straight to you">
      <div className="stack">
        {ways.length === 0 && <p className="quiet-text">No way to pay yet: the page only tells of the venture.</p>}
        {ways.map((way, at) => (
          <fieldset key={way.key} className="part">
            <legend>{way.kind === 'page' && way.platform !== '' ? way.platform : NAMES[way.kind]}</legend>
            <WayFields way={way} place={`ways.${at}`} onChange={(next) => change(at, next)} />
            <Button
              tone="quiet"
              className="small part-remove"
              aria-label={`Remove ${NAMES[way.kind]}`}
              onClick={() => set({ ways: ways.filter((_, i) => i !== at) })}
            >
              Remove
            </Button>
          </fieldset>
        ))}
        {ways.length < MOST_WAYS && (
          <div className="actions">
            {!has('bank') && (
              <Button
                tone="quiet"
                onClick={() => add({ key, kind: 'bank', holder: '', iban: '', bic: '', consent: false, since: book.today })}
              >
                Add a bank account
              </Button>
            )}
            {site.stripe && !has('stripe') && (
              <Button tone="quiet" onClick={() => add({ key, kind: 'stripe', fee: feeFormOf(STRIPE_FEE, typing) })}>
                Add card payment
              </Button>
            )}
            <Button tone="quiet" onClick={() => add({ key, kind: 'page', platform: '', url: '', fee: feeFormOf(NO_FEE, typing) })}>
              Add a page elsewhere
            </Button>
          </div>
        )}
        {!site.stripe && !has('stripe') && (
          <p className="hint">Card payment by your own Stripe account appears here when the server is started with a Stripe key.</p>
        )}
      </div>
    </Card>
  )
}

interface WayFieldsProps {
  way: WayForm
  place: string
  onChange: (way: WayForm) => void
}

function WayFields({ way, place, onChange }: WayFieldsProps) {
  if (way.kind === 'bank') return <BankFields way={way} place={place} onChange={onChange} />
  if (way.kind === 'page') return <PageWayFields way={way} place={place} onChange={onChange} />
  return <FeeFields fee={way.fee} place={`${place}.fee`} onChange={(fee) => onChange({ ...way, fee })} />
}

/** A way to pay asks for a contact: its two texts begin with a suggestion. */
function contactWith({ contact }: PageForm): Pick<PageForm, 'contact'> {
  return {
    contact: {
      ...contact,
      privacy: contact.privacy || suggestedPrivacy(contact.legalName),
      refunds: contact.refunds || suggestedRefunds(),
    },
  }
}
