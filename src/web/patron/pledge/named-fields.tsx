import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PledgeView } from '#contract/public.ts'
import { psend, signedQuery } from '#web/api/public-client.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'

/** Consent to be named, given and withdrawn at any time, and the name it is about. */
export function NamedFields({ view, token }: { view: PledgeView; token: string }) {
  const client = useQueryClient()
  const [name, setName] = useState(view.name)
  const [named, setNamed] = useState(view.named)
  const [tried, setTried] = useState(false)
  const saving = useMutation({
    mutationFn: () => psend('changePledge', { token, body: { named, name: name.trim() } }),
    onSuccess: (next) => {
      client.setQueryData(signedQuery('pledgeState', token).queryKey, next)
      toast({ text: next.named ? 'Your name may stand on the page.' : 'Your name stands on no page.' })
    },
  })
  const error = tried && named && name.trim() === '' ? 'Give the name that may be shown, or take the consent back.' : undefined
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!named || name.trim() !== '') saving.mutate()
      }}
    >
      <label className="check">
        <input type="checkbox" checked={named} onChange={({ target }) => setNamed(target.checked)} />
        <span>My name may stand on the page, without amount or date</span>
      </label>
      <TextField label="Name" autoComplete="name" maxLength={140} value={name} error={error} onChange={setName} />
      <Trouble error={saving.error} />
      <p>
        <Button type="submit" tone="quiet" disabled={saving.isPending || (named === view.named && name.trim() === view.name)}>
          Save
        </Button>
      </p>
    </form>
  )
}
