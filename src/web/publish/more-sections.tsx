import type { Peer } from '#domain/publication.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Check } from '#web/ui/check.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useEditing } from './editing.ts'
import type { FundingForm } from './form.ts'

/** What an organisation finds it by: the packages that it makes. */
export function PackagesSection() {
  const { form, set, error } = useEditing()
  return (
    <Card title="Packages">
      <TextArea
        label="Package addresses"
        hint="One a line, without a version, as in pkg:npm/obtool. Organisations find what they use by them; their own lists never leave their browser."
        rows={3}
        spellCheck={false}
        error={error('packages')}
        value={form.packages}
        onChange={(packages) => set({ packages })}
      />
    </Card>
  )
}

const MOST_PEERS = 5

/** To whom patrons are pointed once there is enough. */
export function OverflowSection() {
  const { form, set, error } = useEditing()
  const { on, peers } = form.overflow
  const change = (next: Partial<{ on: boolean; peers: Peer[] }>) => set({ overflow: { on, peers, ...next } })
  const changePeer = (at: number, next: Partial<Peer>) => change({ peers: peers.map((one, i) => (i === at ? { ...one, ...next } : one)) })
  return (
    <Card title="When it has enough">
      <div className="stack">
        <Check
          label="Point patrons to others first"
          hint="Only while the last closed month was enough, and at least two of the last three. “Back it anyway” stays, second."
          checked={on}
          onChange={(next) => change({ on: next })}
        />
        {on && (
          <>
            {peers.map((peer, at) => (
              // A peer has no name of its own until it is typed.
              <fieldset key={at} className="part">
                <legend>{peer.title.trim() || `Venture ${at + 1}`}</legend>
                <div className="field-row">
                  <TextField
                    label="Its title"
                    maxLength={80}
                    error={error(`overflow.peers.${at}.title`)}
                    value={peer.title}
                    onChange={(title) => changePeer(at, { title })}
                  />
                  <TextField
                    label="Its address"
                    hint="On this site the last part of it, as in zine-shop; elsewhere all of it."
                    maxLength={300}
                    error={error(`overflow.peers.${at}.address`)}
                    value={peer.address}
                    onChange={(address) => changePeer(at, { address })}
                  />
                </div>
                <Button
                  tone="quiet"
                  className="small part-remove"
                  aria-label={`Remove ${peer.title.trim() || `venture ${at + 1}`}`}
                  onClick={() => change({ peers: peers.filter((_, i) => i !== at) })}
                >
                  Remove
                </Button>
              </fieldset>
            ))}
            {peers.length < MOST_PEERS ? (
              <div className="actions">
                <Button tone="quiet" onClick={() => change({ peers: [...peers, { title: '', address: '' }] })}>
                  Add a venture
                </Button>
              </div>
            ) : (
              <p className="hint">Five at most.</p>
            )}
          </>
        )}
      </div>
    </Card>
  )
}

const ENTITIES = [
  { value: 'individual', label: 'A person' },
  { value: 'group', label: 'A group' },
  { value: 'organisation', label: 'An organisation' },
  { value: 'other', label: 'Something else' },
] as const
const ROLES = [
  { value: 'owner', label: 'Owner' },
  { value: 'steward', label: 'Steward' },
  { value: 'maintainer', label: 'Maintainer' },
  { value: 'contributor', label: 'Contributor' },
  { value: 'other', label: 'Something else' },
] as const

/** The manifest of floss.fund, only where the owner wants it: it asks for more than the page does. */
export function FundingSection() {
  const { form, set, error } = useEditing()
  const { funding } = form
  const change = (next: Partial<FundingForm>) => set({ funding: { ...funding, ...next } })
  const oneOf = <T extends string>(choices: readonly { value: T }[], text: string, otherwise: T): T =>
    choices.find(({ value }) => value === text)?.value ?? otherwise
  return (
    <Card title="funding.json">
      <div className="stack">
        <Check
          label="Publish a funding.json too"
          hint="The manifest of floss.fund, which funds look for. It makes an e-mail address, the repository and its licences public."
          checked={funding.on}
          onChange={(on) => change({ on })}
        />
        {funding.on && (
          <>
            <div className="field-row">
              <SelectField
                label="Who asks"
                choices={ENTITIES}
                value={funding.entity}
                onChange={(text) => change({ entity: oneOf(ENTITIES, text, 'other') })}
              />
              <SelectField
                label="Their part in it"
                choices={ROLES}
                value={funding.role}
                onChange={(text) => change({ role: oneOf(ROLES, text, 'other') })}
              />
            </div>
            <div className="field-row">
              <TextField
                label="E-mail, public"
                type="email"
                error={error('funding.email')}
                value={funding.email}
                onChange={(email) => change({ email })}
              />
              <TextField
                label="Licences"
                hint="SPDX names with commas between, as in MIT, CC-BY-4.0."
                error={error('funding.licences')}
                value={funding.licences}
                onChange={(licences) => change({ licences })}
              />
            </div>
            <TextField
              label="Repository"
              type="url"
              error={error('funding.repository')}
              value={funding.repository}
              onChange={(repository) => change({ repository })}
            />
          </>
        )}
      </div>
    </Card>
  )
}
