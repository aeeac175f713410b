import { TextField } from '#web/ui/text-field.tsx'
import { useEditing } from './editing.ts'
import type { FeeForm } from './form.ts'

interface FeeFieldsProps {
  fee: FeeForm
  place: string
  onChange: (fee: FeeForm) => void
}

/** What a payment costs by this way: patrons see what arrives of what they give. */
export function FeeFields({ fee, place, onChange }: FeeFieldsProps) {
  const { error, typing } = useEditing()
  return (
    <div className="field-row">
      <TextField
        label={`Fee for each payment, ${typing.currency}`}
        hint="Check it against your own statement."
        error={error(place)}
        inputMode="decimal"
        value={fee.fixed}
        onChange={(fixed) => onChange({ ...fee, fixed })}
      />
      <TextField
        label="and percent of it"
        hint="Patrons see what arrives of what they give."
        inputMode="decimal"
        value={fee.percent}
        onChange={(percent) => onChange({ ...fee, percent })}
      />
    </div>
  )
}
