import { urlBelow } from '#web/sharing/public-url.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { ExplainedChoice } from '#web/ui/explained-choice.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useEditing } from './editing.ts'
import { VISIBILITIES } from './words.ts'

/** Who sees the page, and at which address. */
export function AudienceSection() {
  const { form, set, error, publication, archived, site, open } = useEditing()
  const { visibility } = form
  const needsAddress = visibility !== 'private' && site.url === null && site.listening !== 'in-page'
  const at = urlBelow(site, '/v/') ?? '/v/'
  return (
    <Card title="Who sees it">
      <div className="stack">
        {archived && (
          <p className="notice-line">
            This venture is archived, so it has no public page. What you choose here holds once it is taken back.
          </p>
        )}
        <ExplainedChoice legend="Who sees it" options={VISIBILITIES} value={visibility} onChange={(next) => set({ visibility: next })} />
        {visibility === 'public' && (
          <TextField
            label="Address"
            hint={<span className="mono">{`${at}${form.slug}`}</span>}
            error={error('slug')}
            maxLength={40}
            autoCapitalize="none"
            spellCheck={false}
            value={form.slug}
            onChange={(slug) => set({ slug })}
          />
        )}
        {visibility === 'unlisted' && (
          <>
            <p className="quiet-text">
              Its address: <span className="mono">{`${at}${publication.secret}`}</span>
            </p>
            {publication.visibility === 'unlisted' && (
              <div>
                <Button tone="quiet" className="small" onClick={() => open('address')}>
                  Give it a new address
                </Button>
              </div>
            )}
          </>
        )}
        {needsAddress && <AskForAddress />}
      </div>
    </Card>
  )
}

/** A page needs a place to stand before it can be published. */
function AskForAddress() {
  const { open } = useEditing()
  return (
    <div className="notice">
      <p>No public address is set yet, and a page needs one before it is published: links, feeds and badges begin with it.</p>
      <Button tone="quiet" className="small" onClick={() => open('site')}>
        Set the public address
      </Button>
    </div>
  )
}
