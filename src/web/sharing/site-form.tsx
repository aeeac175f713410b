import { useState, type FormEvent } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useSend } from '#web/api/use-send.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import type { Site } from './public-url.ts'
import { siteChange, siteTrouble } from './site-draft.ts'

interface SiteFormProps {
  site: Site
  onDone?: () => void
}

/** The public address and the name of the site. */
export function SiteForm({ site, onDone }: SiteFormProps) {
  const [form, setForm] = useState({ url: site.url ?? '', name: site.name })
  const [asked, setAsked] = useState(false)
  const send = useSend('setSite')
  const inPage = site.listening === 'in-page'
  const fixed = site.fixed || inPage
  const change = siteChange(site, form, fixed)
  const trouble = siteTrouble(form, fixed)
  const refused = (field: string) =>
    send.error instanceof ApiError ? send.error.problem.fields?.find((one) => one.field === field)?.reason : undefined
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(trouble).length > 0) return
    if (Object.keys(change).length > 0) {
      await send.mutateAsync({ body: change })
      toast({ text: 'The site is changed.' })
    }
    onDone?.()
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event).catch(() => {})}>
      {!inPage && (
        <TextField
          label="Public address"
          type="url"
          placeholder="https://give.example.org"
          hint={
            site.fixed
              ? 'Set by the environment (PUBLIC_URL), so it is changed there.'
              : 'Where strangers reach the public site: https:// and a name, without a path. It is written into links, feeds and badges.'
          }
          disabled={fixed}
          error={(asked && trouble.url) || refused('url')}
          value={form.url}
          onChange={(url) => setForm({ ...form, url })}
        />
      )}
      <TextField
        label="Name of the site"
        hint="Stands above the list of your ventures."
        maxLength={60}
        error={refused('name')}
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
      />
      <Trouble error={send.error} />
      <div className="actions">
        <Button type="submit" disabled={send.isPending || (!onDone && Object.keys(change).length === 0)}>
          Save
        </Button>
      </div>
    </form>
  )
}
