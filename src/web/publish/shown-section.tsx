import { Card } from '#web/ui/card.tsx'
import { Check } from '#web/ui/check.tsx'
import { ExplainedChoice } from '#web/ui/explained-choice.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useEditing } from './editing.ts'
import { MONEY, SHOWS, whyNotShown, type Known } from './words.ts'

/** How much of its money the page tells. */
export function MoneySection() {
  const { form, set, error } = useEditing()
  return (
    <Card title="Money" hint="percent only unless you choose otherwise">
      <div className="stack">
        <ExplainedChoice legend="Money" options={MONEY} value={form.money} onChange={(money) => set({ money })} />
        {form.money === 'exact' && (
          <TextField
            label="Amounts offered"
            hint="Up to four, with spaces between; patrons can always type their own."
            inputMode="decimal"
            error={error('suggested')}
            value={form.suggested}
            onChange={(suggested) => set({ suggested })}
          />
        )}
      </div>
    </Card>
  )
}

/** What else the page shows; what cannot be shown says why. */
export function ShownSection() {
  const { form, set, patrons, needs } = useEditing()
  const known: Known = {
    money: form.money,
    needs: needs.length > 0,
    patrons: patrons.length,
    people: patrons.filter(({ kind }) => kind === 'person').length,
    organisations: patrons.filter(({ kind }) => kind === 'organisation').length,
  }
  return (
    <Card title="What is shown">
      {SHOWS.map(({ show, label, hint }) => {
        const why = whyNotShown(show, known)
        return (
          <Check
            key={show}
            label={label}
            hint={why ?? hint}
            disabled={why !== undefined}
            checked={why === undefined && form.shows[show]}
            onChange={(checked) => set({ shows: { ...form.shows, [show]: checked } })}
          />
        )
      })}
    </Card>
  )
}
