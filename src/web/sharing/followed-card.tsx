import { useState, type FormEvent } from 'react'
import type { FollowedAddress } from '#contract/publication.ts'
import { zone } from '#domain/zone.ts'
import { ApiError } from '#web/api/client.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { followedWords } from './words.ts'

/** Other sites whose ventures are listed beside one's own. */
export function FollowedCard({ followed, inPage }: { followed: readonly FollowedAddress[]; inPage: boolean }) {
  const book = useBook()
  const format = useFormat()
  const follow = useSend('followAddress')
  const unfollow = useSend('unfollowAddress')
  const dayOf = (instant: string) => format.day(zone(book.zone).dayOf(instant))
  const remove = async ({ id, url, origin }: FollowedAddress) => {
    await unfollow.mutateAsync({ params: { followed: id } })
    toast({ text: `${origin} is followed no longer.`, undo: async () => void (await follow.mutateAsync({ body: { url } })) })
  }
  return (
    <Card title="Followed addresses" className="span-12" hint="listed on your public site, as they say it">
      <div className="stack">
        <p className="quiet-text">
          Ventures of other sites that offer an enough.json or a funding.json. They are fetched, kept for a while, and shown with where they
          come from.
        </p>
        {followed.length > 0 && (
          <StackTable
            caption="Followed addresses"
            rows={followed}
            rowKey={({ id }) => id}
            columns={[
              { key: 'origin', heading: 'Address', names: true, cell: ({ url }) => <bdi>{url}</bdi> },
              { key: 'state', heading: 'State', cell: (one) => followedWords(one, dayOf) },
              {
                key: 'remove',
                heading: <span className="visually-hidden">Remove</span>,
                align: 'number',
                cell: (one) => (
                  <Button
                    tone="quiet"
                    className="small"
                    disabled={unfollow.isPending}
                    aria-label={`Remove ${one.origin}`}
                    onClick={() => void remove(one).catch(() => {})}
                  >
                    Remove
                  </Button>
                ),
              },
            ]}
          />
        )}
        <Trouble error={unfollow.error} />
        {inPage ? <p className="hint">In the page alone no other site can be fetched.</p> : <FollowForm send={follow} />}
      </div>
    </Card>
  )
}

function FollowForm({ send }: { send: ReturnType<typeof useSend<'followAddress'>> }) {
  const [url, setUrl] = useState('')
  const [asked, setAsked] = useState(false)
  const wrong = /^https:\/\/\S+$/i.test(url.trim()) ? undefined : 'Write the address of the site or of its file, from https:// on.'
  const refused = send.error instanceof ApiError ? send.error.problem.fields?.[0]?.reason : undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (wrong !== undefined) return
    const { origin } = await send.mutateAsync({ body: { url: url.trim() } })
    toast({ text: `${origin} is followed.` })
    setUrl('')
    setAsked(false)
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event).catch(() => {})}>
      <TextField
        label="Follow an address"
        type="url"
        placeholder="https://"
        error={(asked && wrong) || refused}
        value={url}
        onChange={setUrl}
      />
      {refused === undefined && <Trouble error={send.error} />}
      <div className="actions">
        <Button type="submit" tone="quiet" disabled={send.isPending}>
          {send.isPending ? 'Asking…' : 'Follow'}
        </Button>
      </div>
    </form>
  )
}
