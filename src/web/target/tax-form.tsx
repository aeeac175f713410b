import { useState, type FormEvent } from 'react'
import type { Stream } from '#contract/stream.ts'
import { addMonths, monthOf, monthRange, type Month } from '#domain/month.ts'
import { presetOf } from '#domain/tax-preset.ts'
import { taxPeriodOf, type TaxPeriodRule, type TaxRule } from '#domain/set-aside.ts'
import type { TargetPlan } from '#domain/target-plan.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { DueDays } from './due-days.tsx'
import { HundredthsField } from './hundredths-field.tsx'
import { PresetChoice, PresetSources } from './preset-fields.tsx'

type Rule = TaxRule

interface TaxFormProps {
  /** The rule in force. */
  rule: Rule | undefined
  rules: readonly Rule[]
  streams: readonly Stream[]
  planned: TargetPlan | undefined
}

interface Draft {
  preset: string
  rate: number | undefined
  streams: { stream: number; rate: number | undefined }[]
  periods: readonly TaxPeriodRule[]
}

/** What share is put aside, of all streams and of single ones, and by when each period's tax is due. */
export function TaxForm({ rule, rules, streams, planned }: TaxFormProps) {
  const book = useBook()
  const format = useFormat()
  const set = useSend('setTaxRule')
  const remove = useSend('removeTaxRule')
  const running = monthOf(book.today)
  const [draft, setDraft] = useState<Draft>(() => rule ?? firstDraft(planned))
  const [from, setFrom] = useState<Month>(() => rule?.from ?? taxPeriodOf(draft.periods, running).from)
  const [laid, setLaid] = useState(0)
  const rates = draft.streams.filter((own): own is { stream: number; rate: number } => own.rate !== undefined)
  const isRead = draft.rate !== undefined && rates.length === draft.streams.length
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (draft.rate === undefined || !isRead) return
    const params = { book: book.id, month: from }
    const before = rules.find((one) => one.from === from)
    await set.mutateAsync({ params, body: { rate: draft.rate, streams: rates, periods: draft.periods, preset: draft.preset } })
    toast({
      text: `From ${format.month(from)} on, ${format.share(draft.rate)} is put aside for tax.`,
      undo: async () => {
        if (!before) return void (await remove.mutateAsync({ params }))
        const { from: _, ...body } = before
        await set.mutateAsync({ params, body })
      },
    })
  }
  const choosePreset = (id: string) => {
    const preset = presetOf(id)
    setDraft({ ...draft, preset: preset.id, rate: preset.model.tax, periods: preset.periods })
    setLaid(laid + 1)
  }
  const months = monthRange(addMonths(running, -35), running).toReversed()
  return (
    <form className="stack tax-form" noValidate onSubmit={(event) => void save(event).catch(() => {})}>
      <div className="field-row">
        <PresetChoice value={draft.preset} onChange={choosePreset} />
        <SelectField
          label="Holds from"
          hint="Earlier months keep the share they had."
          choices={(months.includes(from) ? months : [...months, from]).map((month) => ({ value: month, label: format.month(month) }))}
          value={from}
          onChange={setFrom}
        />
        <HundredthsField
          key={laid}
          label="Share put aside"
          hint="Of the net of every stream, unless it has a share of its own."
          unit="%"
          initial={draft.rate ?? 0}
          most={9_500}
          onChange={(rate) => setDraft({ ...draft, rate })}
        />
      </div>
      {!rule && <PresetSources preset={presetOf(draft.preset)} />}
      <StreamRates rates={draft.streams} streams={streams} onChange={(own) => setDraft({ ...draft, streams: own })} />
      <DueDays periods={draft.periods} onChange={(periods) => setDraft({ ...draft, periods })} />
      <Trouble error={set.error} />
      <div className="actions">
        <Button type="submit" disabled={set.isPending || !isRead}>
          Set the share
        </Button>
      </div>
    </form>
  )
}

/** What the target reckons with, where it does, with the days of its preset. */
function firstDraft(planned: TargetPlan | undefined): Draft {
  const preset = presetOf(planned?.kind === 'needs' ? planned.preset : 'generic')
  const rate = planned?.kind === 'needs' ? planned.model.tax : (planned?.tax ?? preset.model.tax)
  return { preset: preset.id, rate, streams: [], periods: preset.periods }
}

interface StreamRatesProps {
  rates: Draft['streams']
  streams: readonly Stream[]
  onChange: (rates: Draft['streams']) => void
}

/** Streams with a share of their own: one that pays its tax at the source, or owes none. */
function StreamRates({ rates, streams, onChange }: StreamRatesProps) {
  const free = streams.filter(({ id }) => !rates.some(({ stream }) => stream === id))
  const nameOf = (id: number) => streams.find((stream) => stream.id === id)?.name ?? 'A stream'
  return (
    <>
      {rates.length > 0 && (
        <ul className="stream-shares">
          {rates.map((own) => (
            <li key={own.stream}>
              <HundredthsField
                label={nameOf(own.stream)}
                unit="%"
                initial={own.rate ?? 0}
                most={9_500}
                onChange={(rate) => onChange(rates.map((one) => (one.stream === own.stream ? { ...one, rate } : one)))}
              />
              <Button
                tone="quiet"
                className="small"
                aria-label={`Let ${nameOf(own.stream)} have the common share`}
                onClick={() => onChange(rates.filter(({ stream }) => stream !== own.stream))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      {free.length > 0 && (
        <SelectField
          label="A share of its own"
          hint="For a stream that owes no tax, or pays it at the source."
          value=""
          choices={[{ value: '', label: 'Choose a stream…' }, ...free.map(({ id, name }) => ({ value: String(id), label: name }))]}
          onChange={(id) => id !== '' && onChange([...rates, { stream: Number(id), rate: 0 }])}
        />
      )}
    </>
  )
}
