import { useState } from 'react'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { ExplainedChoice } from '#web/ui/explained-choice.tsx'
import { Segmented } from '#web/ui/segmented.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import type { KeptList, Split } from './kept-list.ts'
import { changeList } from './list-store.ts'
import type { Need } from './payable.ts'

interface SplitCardProps {
  list: KeptList
  needs: readonly Need[]
  format: Format
  currencies: readonly string[]
}

const RHYTHMS = [
  { value: 'monthly', label: 'Each month' },
  { value: 'yearly', label: 'Each year' },
] as const

/** The sum, how often it is paid, and by what it is split. */
export function SplitCard({ list, needs, format, currencies }: SplitCardProps) {
  const splits: { value: Split; label: string; means: string }[] = [
    { value: 'equal', label: 'Equally', means: 'Everybody gets the same.' },
    { value: 'need', label: 'By published need', means: needMeans(needs) },
    { value: 'use', label: 'By what you use', means: useMeans(list) },
  ]
  const choices = currencies.includes(list.currency) ? currencies : [list.currency, ...currencies]
  // A sum that another tab has set takes the place of what stands in the field.
  const [seen, setSeen] = useState({ sum: list.sum, change: 0 })
  if (seen.sum !== list.sum) setSeen({ sum: list.sum, change: seen.change + 1 })
  const write = (sum: number | undefined) => {
    if (sum === undefined || sum < 0) return
    setSeen({ ...seen, sum })
    changeList((now) => ({ ...now, sum }))
  }
  return (
    <Card title="How much, and how it is split">
      <div className="stack">
        <MoneyInput
          key={`${list.currency} ${list.lines.length === 0} ${seen.change}`}
          label="In all"
          currency={list.currency}
          locale={format.locale}
          initial={list.sum}
          onChange={write}
        />
        <SelectField
          label="Currency"
          value={list.currency}
          choices={choices.map((code) => ({ value: code, label: code }))}
          {...(list.currency !== 'EUR' && { hint: 'The bank file is for euro only; everything else works in any currency.' })}
          onChange={(currency) => changeList((now) => ({ ...now, currency }))}
        />
        <Segmented
          label="How often it is paid"
          options={RHYTHMS}
          value={list.rhythm}
          onChange={(rhythm) => changeList((now) => ({ ...now, rhythm }))}
        />
        <ExplainedChoice
          legend="How it is split"
          options={splits}
          value={list.split}
          onChange={(split) => changeList((now) => ({ ...now, split }))}
        />
      </div>
    </Card>
  )
}

function needMeans(needs: readonly Need[]): string {
  const untold = needs.filter(({ kind }) => kind === 'untold').length
  const rule = 'By what each still needs for a month. Who has enough gets nothing.'
  if (untold === 0) return rule
  if (untold === needs.length) return 'None of them publishes amounts, so everybody gets the same.'
  return `${rule} ${untold === 1 ? 'One that publishes' : `${untold} that publish`} no amounts ${untold === 1 ? 'counts' : 'count'} as the mean of the others.`
}

function useMeans({ use, lines }: KeptList): string {
  if (!use) return 'Give a file of yours below; a package that you ask for counts three times one that comes along.'
  const used = lines.filter(({ origin, address }) => origin === null && (use.weights[address] ?? 0) > 0).length
  if (used === 0) return 'None of them makes a package in your files, so everybody gets the same.'
  return `${used} of ${lines.length} make packages that you use. A package that you ask for counts three times one that comes along.`
}
