import { useState } from 'react'
import { isDay } from '#domain/month.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { givingStore } from '../giving/giving-store.ts'
import { useSite } from '../site.ts'
import { approvalOf, sumOf } from './approval.ts'
import { withApproval, type KeptList, type Paper } from './kept-list.ts'
import { changeList } from './list-store.ts'
import { instantNow, newId, nextBankDay } from './moment.ts'
import { paperTrouble } from './paper-trouble.ts'
import type { PayableLine } from './payable.ts'

/** By what this browser last heard of it. */
function ended(pledge: string): boolean {
  return givingStore.read().some(({ id, state }) => id === pledge && (state === 'cancelled' || state === 'ended'))
}

interface ApproveCardProps {
  list: KeptList
  lines: readonly PayableLine[]
  format: Format
}

/** One yes to the whole list: it freezes who gets what, where, and why. */
export function ApproveCard({ list, lines, format }: ApproveCardProps) {
  const site = useSite()
  const [first, setFirst] = useState(() => nextBankDay(site.today))
  const [sent, setSent] = useState(false)
  const { paper } = list
  const trouble = sent ? paperTrouble(paper) : {}
  const paid = lines.filter(({ amount }) => amount > 0)
  const sum = sumOf(paid)
  const wrongDay = sent && (!isDay(first) || first < site.today) && 'Give a day from today on.'
  const write = (change: Partial<Paper>) => changeList((now) => ({ ...now, paper: { ...now.paper, ...change } }))
  const field = (
    name: Exclude<keyof Paper, 'bankFee'>,
    label: string,
    more: { hint?: string; maxLength?: number; inputMode?: 'numeric' } = {},
  ) => <TextField label={label} value={paper[name]} error={trouble[name]} {...more} onChange={(value) => write({ [name]: value })} />
  const approve = () => {
    setSent(true)
    if (Object.keys(paperTrouble(paper)).length > 0 || !isDay(first) || first < site.today || paid.length === 0) return
    changeList((now) => withApproval(now, approvalOf({ list: now, lines, at: instantNow(), day: site.today, first, newId, ended })))
    setSent(false)
    toast({ text: 'The list is approved. Below are its papers and its bank file.' })
  }
  return (
    <Card title="Approve" hint="once, for all of them">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          approve()
        }}
      >
        <div className="field-row">
          {field('by', 'Who approves', { maxLength: 80 })}
          {field('purpose', 'What it is for', { maxLength: 200, hint: 'As your books will say it.' })}
        </div>
        <div className="field-row">
          {field('organisation', 'Organisation', { maxLength: 70, hint: 'The name that the account is in.' })}
          {field('iban', 'IBAN', { hint: 'Of the account that pays.' })}
        </div>
        <div className="field-row">
          {field('bic', 'BIC, if your bank asks for it')}
          {field('vatNumber', 'VAT number', { maxLength: 30 })}
          {field('purchaseOrder', 'Purchase order', { maxLength: 60 })}
        </div>
        <div className="field-row">
          {field('developers', 'Number of developers', { inputMode: 'numeric', hint: 'For the cost of each.' })}
          <MoneyInput
            label="Bank’s fee for a transfer"
            currency={list.currency}
            locale={format.locale}
            initial={paper.bankFee}
            onChange={(bankFee) => write({ bankFee: Math.max(bankFee ?? 0, 0) })}
          />
          <TextField label="First payment" type="date" value={first} min={site.today} error={wrongDay} onChange={setFirst} />
        </div>
        <div className="actions">
          <Button type="submit" disabled={paid.length === 0}>
            {`Approve ${format.money(sum)} ${list.rhythm === 'monthly' ? 'a month' : 'a year'} to ${paid.length === 1 ? 'one venture' : `${paid.length} ventures`}`}
          </Button>
        </div>
      </form>
    </Card>
  )
}
