import { presetOf, TAX_PRESETS, type TaxPreset } from '#domain/tax-preset.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { HundredthsField } from './hundredths-field.tsx'
import { presetModel, type ModelDraft } from './plan-draft.ts'
import { localPercents } from './plan-words.ts'

const CHOICES = TAX_PRESETS.map(({ id, name }) => ({ value: id, label: name }))

interface PresetChoiceProps {
  value: string
  onChange: (preset: string) => void
}

/** Whose numbers to begin with. */
export function PresetChoice({ value, onChange }: PresetChoiceProps) {
  return (
    <SelectField
      label="Begin with numbers"
      hint="Choosing lays them down anew; each can be changed."
      choices={CHOICES}
      value={presetOf(value).id}
      onChange={onChange}
    />
  )
}

/** Where a preset's numbers come from, said as plainly as they are known; `changed` where others stand in their place by now. */
export function PresetSources({ preset, changed = false }: { preset: TaxPreset; changed?: boolean }) {
  const format = useFormat()
  return (
    <details className="method">
      <summary>Where these numbers come from</summary>
      {changed && <p className="hint">You have changed numbers of “{preset.name}”; it began with these.</p>}
      <p className="hint">{localPercents(preset.says, format)}</p>
      {preset.asOf && (
        <>
          <p className="hint">
            Second hand, read on {format.day(preset.asOf)}, none of it at its authority; what no source is named for is a guess.
          </p>
          <ul className="hint sources">
            {preset.sources.map(({ title, address }) => (
              <li key={address}>
                <a href={address} rel="noreferrer noopener" target="_blank">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

interface ModelFieldsProps {
  model: ModelDraft
  /** Rises when all fields are laid down anew. */
  laid: number
  onChange: (change: Partial<ModelDraft>) => void
  onPreset: (model: ModelDraft) => void
}

/** The numbers of the way from needs to what has to come in. */
export function ModelFields({ model, laid, onChange, onPreset }: ModelFieldsProps) {
  const book = useBook()
  const us = model.shape === 'us'
  const preset = presetOf(model.preset)
  return (
    <fieldset className="plan-model">
      <legend>From what you need to what must come in</legend>
      <div className="field-row">
        <PresetChoice value={model.preset} onChange={(id) => onPreset(presetModel(id, book.homeCurrency))} />
        <HundredthsField
          key={`tax ${laid}`}
          label="Income tax"
          hint={us ? 'Self-employment tax comes on top by itself.' : 'With all contributions that grow with the profit.'}
          unit="%"
          initial={model.tax ?? 0}
          most={9_000}
          onChange={(tax) => onChange({ tax })}
        />
        <HundredthsField
          key={`off ${laid}`}
          label="Months off in a year"
          hint="Without income, and paid by no line above."
          unit="months"
          initial={model.monthsOff ?? 0}
          most={1_100}
          onChange={(monthsOff) => onChange({ monthsOff })}
        />
        <HundredthsField
          key={`fee ${laid}`}
          label="Fees"
          hint="What platforms and cards keep."
          unit="%"
          initial={model.fee ?? 0}
          most={9_000}
          onChange={(fee) => onChange({ fee })}
        />
        {us && (
          <HundredthsField
            key={`pension ${laid}`}
            label="Into a pension"
            hint="Of the profit."
            unit="%"
            initial={model.pension ?? 0}
            most={9_000}
            onChange={(pension) => onChange({ pension })}
          />
        )}
        {us && (
          <MoneyInput
            key={`costs ${laid}`}
            label="Costs of the business, a month"
            currency={book.homeCurrency}
            locale={book.locale}
            initial={model.costs}
            onChange={(costs) => onChange({ costs })}
          />
        )}
      </div>
      <PresetSources preset={preset} changed={isChanged(model, presetModel(preset.id, book.homeCurrency))} />
    </fieldset>
  )
}

function isChanged(model: ModelDraft, began: ModelDraft): boolean {
  const { tax, monthsOff, fee, pension, costs } = began
  return model.tax !== tax || model.monthsOff !== monthsOff || model.fee !== fee || model.pension !== pension || model.costs !== costs
}
