import type { Contact } from '#domain/publication.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { knownLocale } from '#web/ui/locale.ts'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useEditing } from './editing.ts'
import { asksContact } from './form.ts'
import { suggestedPrivacy, suggestedRefunds } from './words.ts'

/** Who stands behind the page: asked for as soon as a way to pay is there. */
export function ContactSection() {
  const { form, set, error, typing } = useEditing()
  if (!asksContact(form)) return null
  const { contact } = form
  const change = (next: Partial<Contact>) => set({ contact: { ...contact, ...next } })
  const suggest = () => change({ privacy: suggestedPrivacy(contact.legalName), refunds: suggestedRefunds() })
  return (
    <Card
      title="Contact"
      hint="public beside the ways to pay"
      tools={
        <Button tone="quiet" className="small" onClick={suggest}>
          Suggest the two texts anew
        </Button>
      }
    >
      <div className="stack">
        <p className="quiet-text">Who takes money in public says who they are. All of this is shown on the page.</p>
        <TextField
          label="Legal name"
          maxLength={140}
          error={error('contact.legalName')}
          value={contact.legalName}
          onChange={(legalName) => change({ legalName })}
        />
        <div className="field-row">
          <TextField
            label="E-mail"
            type="email"
            maxLength={200}
            error={error('contact.email')}
            value={contact.email}
            onChange={(email) => change({ email })}
          />
          <TextField
            label="Country"
            hint={countryName(contact.country, typing.locale)}
            maxLength={2}
            autoCapitalize="characters"
            error={error('contact.country')}
            value={contact.country}
            onChange={(country) => change({ country: country.toUpperCase() })}
          />
        </div>
        <TextArea
          label="What happens to a patron’s data"
          hint="A suggestion to begin with: it is your word, so make it true."
          maxLength={4000}
          rows={7}
          error={error('contact.privacy')}
          value={contact.privacy}
          onChange={(privacy) => change({ privacy })}
        />
        <TextArea
          label="When money is given back"
          maxLength={4000}
          rows={4}
          error={error('contact.refunds')}
          value={contact.refunds}
          onChange={(refunds) => change({ refunds })}
        />
      </div>
    </Card>
  )
}

/** The country that two letters stand for, in English, as the rest of the page. */
function countryName(code: string, locale: string): string {
  const spoken = /^en\b/.test(knownLocale(locale)) ? knownLocale(locale) : 'en-GB'
  const name = /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(spoken, { type: 'region', fallback: 'none' }).of(code) : undefined
  return name ?? 'Two letters, as in DE.'
}
