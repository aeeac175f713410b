import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { PledgeMade, PublicVenture, PublicWay } from '#contract/public.ts'
import { hasEnough } from '#domain/public-venture.ts'
import { psend } from '#web/api/public-client.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { Segmented } from '#web/ui/segmented.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { keepPledge } from '../giving/giving-store.ts'
import { useGift } from '../gift.ts'
import { AmountFields } from './amount-fields.tsx'
import { backTrouble, CADENCES, coverPrices, firstForm, paymentOf, pledgeOf, type BackForm, type Cadence } from './back-form.ts'
import { feeOfWay } from './fee-words.ts'
import { FeeNote } from './fee-note.tsx'
import { OverflowNote } from './overflow-note.tsx'
import { MadePledge } from './made-pledge.tsx'
import { WayFields, wayNext } from './way-fields.tsx'
import { WhoFields } from './who-fields.tsx'

interface BackCardProps {
  venture: PublicVenture
  today: string
  format: Format
}

/** Back one: how often, how much, by which way; what reaches the maker is said before. */
export function BackCard({ venture, today, format }: BackCardProps) {
  const [anyway, setAnyway] = useState(false)
  const [made, setMade] = useState<{ pledge: PledgeMade; way: PublicWay; form: BackForm }>()
  const passesOn = hasEnough(venture as Parameters<typeof hasEnough>[0], today) && venture.overflow.length > 0
  if (venture.ways.length === 0) return null
  return (
    <Card title={made ? 'Your pledge' : `Back ${venture.title}`} className="back">
      {made ? (
        <MadePledge venture={venture} {...made} format={format} />
      ) : passesOn && !anyway ? (
        <OverflowNote venture={venture} onAnyway={() => setAnyway(true)} />
      ) : (
        <BackFields venture={venture} today={today} format={format} onMade={setMade} />
      )}
    </Card>
  )
}

const EACH: Record<Cadence, string> = { once: 'once', monthly: 'a month', quarterly: 'a quarter', yearly: 'a year', cover: '' }

/** The act in its own words: "Pledge €5 a month". */
function actWords(form: BackForm, format: Format): string {
  const payment = paymentOf(form)
  if (payment === undefined) return 'Pledge'
  if (form.cadence === 'cover') return `Pledge ${format.money(payment)} for ${form.months === 1 ? 'a month' : `${form.months} months`}`
  return `Pledge ${format.money(payment)} ${EACH[form.cadence]}`
}

interface BackFieldsProps extends BackCardProps {
  onMade: (made: { pledge: PledgeMade; way: PublicWay; form: BackForm }) => void
}

function BackFields({ venture, today, format, onMade }: BackFieldsProps) {
  const gift = useGift()
  const [form, setForm] = useState(() => firstForm(venture, gift))
  const [tried, setTried] = useState(false)
  const change = (part: Partial<BackForm>) => setForm((now) => ({ ...now, ...part }))
  const trouble = backTrouble(form, (amount) => format.money(amount))
  const way = venture.ways[form.way] ?? venture.ways[0]
  const sending = useMutation({
    mutationFn: (of: PublicWay) => psend('pledge', { params: { address: venture.address }, body: pledgeOf(form, of, venture.currency) }),
    onSuccess: (pledge, of) => {
      keep({ venture, pledge, form, way: of, today })
      if (of.kind === 'stripe' && pledge.payAt !== null) window.location.assign(pledge.payAt)
      else onMade({ pledge, way: of, form })
    },
  })
  if (!way) return null
  const choose = (cadence: Cadence) => {
    const price = cadence === 'cover' ? coverPrices(venture, form.months, today)[0] : undefined
    const back = form.cadence === 'cover' ? firstForm(venture, gift) : form
    change(price ? { cadence, amount: price.amount, other: false } : { cadence, amount: back.amount, other: back.other })
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (Object.keys(trouble).length === 0) sending.mutate(way)
      }}
    >
      <Segmented label="How often" options={CADENCES} value={form.cadence} onChange={choose} />
      <AmountFields
        key={form.cadence === 'cover' ? 'cover' : 'amount'}
        venture={venture}
        today={today}
        form={form}
        error={tried ? trouble.amount : undefined}
        format={format}
        onChange={change}
      />
      <WayFields ways={venture.ways} chosen={form.way} onChange={(next) => change({ way: next })} />
      <FeeNote form={form} way={way} format={format} />
      <WhoFields form={form} trouble={tried ? trouble : {}} onChange={change} />
      <Trouble error={sending.error} />
      <Button type="submit" disabled={sending.isPending}>
        {actWords(form, format)}
      </Button>
      <p className="hint">{wayNext(way)}</p>
    </form>
  )
}

interface Kept {
  venture: PublicVenture
  pledge: PledgeMade
  form: BackForm
  way: PublicWay
  today: string
}

/** The link is shown once, so this browser keeps it at once. */
function keep({ venture, pledge, form, way, today }: Kept): void {
  const { amount, currency, rhythm, months } = pledgeOf(form, way, venture.currency)
  keepPledge({
    id: pledge.id,
    token: pledge.token,
    address: venture.address,
    title: venture.title,
    amount,
    currency,
    rhythm,
    months,
    way: way.kind,
    made: today,
    fee: feeOfWay(way),
    state: null,
    payments: [],
  })
}
