import { useFormat } from '#web/shell/book.ts'
import { Check } from '#web/ui/check.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useEditing } from './editing.ts'
import type { WayForm } from './form.ts'

type BankForm = Extract<WayForm, { kind: 'bank' }>

interface BankFieldsProps {
  way: BankForm
  place: string
  onChange: (way: BankForm) => void
}

/** A bank account, and whether it may be public. */
export function BankFields({ way, place, onChange }: BankFieldsProps) {
  const { error, publication } = useEditing()
  const format = useFormat()
  const kept = publication.ways.find((one) => one.kind === 'bank')
  const changed = kept?.kind === 'bank' && kept.iban !== way.iban.replace(/\s+/g, '').toUpperCase()
  return (
    <>
      <TextField
        label="Account holder"
        hint="As the bank knows them: transfers name it."
        maxLength={70}
        error={error(`${place}.holder`)}
        value={way.holder}
        onChange={(holder) => onChange({ ...way, holder })}
      />
      <div className="field-row">
        <TextField
          label="IBAN"
          hint={
            kept?.kind === 'bank' && !changed
              ? `Stands here since ${format.day(kept.since)}.`
              : changed
                ? 'A changed account is dated, and organisations are asked before they pay to it.'
                : undefined
          }
          maxLength={42}
          spellCheck={false}
          error={error(`${place}.iban`)}
          value={way.iban}
          onChange={(iban) => onChange({ ...way, iban })}
        />
        <TextField
          label="BIC"
          hint="Only for accounts outside the euro area."
          maxLength={11}
          spellCheck={false}
          error={error(`${place}.bic`)}
          value={way.bic}
          onChange={(bic) => onChange({ ...way, bic })}
        />
      </div>
      <Check
        label="This account may be published"
        hint="Without this it stays here: the page, its files and its QR codes show no account."
        checked={way.consent}
        onChange={(consent) => onChange({ ...way, consent })}
      />
    </>
  )
}
