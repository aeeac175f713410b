import { useQueries } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { signedQuery } from '#web/api/public-client.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Confirm } from '#web/ui/confirm.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import type { Format } from '#web/ui/format.ts'
import { StackTable } from '#web/ui/stack-table.tsx'
import { toast } from '#web/ui/toast.tsx'
import { plural } from '#web/ui/number-words.ts'
import { Trouble } from '#web/ui/trouble.tsx'
import { publicTo } from '../paths.ts'
import { pledgeWords, stateName } from '../pledge/pledge-words.ts'
import { saveFile } from '#web/api/saved-file.ts'
import { usePatronFormat } from '../site.ts'
import { useStored } from '../stored.ts'
import { givingCsv } from './giving-csv.ts'
import { forgetPledge, givingStore, heard, keptPledges, merged, type KeptPledge } from './giving-store.ts'
import { YearCard } from './year-card.tsx'
import { givingYears } from './years.ts'

/** What this browser's patron gives: kept here and nowhere else. */
export function GivingPage() {
  const pledges = useStored(givingStore)
  const format = usePatronFormat(pledges[0]?.currency ?? 'EUR')
  const unheard = useRenewed(pledges)
  const years = givingYears(pledges)
  return (
    <div className="stack giving">
      <div>
        <PageHeading title="Your giving" lead="Kept in this browser and nowhere else. Keep a copy: a browser that is cleared forgets it." />
      </div>
      {pledges.length === 0 ? (
        <EmptyState title="No pledge is kept here yet" actions={<Link to={publicTo.browse()}>Browse ventures</Link>}>
          A pledge that you make stands here with its payments, year by year. One made in another browser comes with its file.
        </EmptyState>
      ) : (
        <>
          {years.map((year) => (
            <YearCard key={year.year} year={year} format={format} />
          ))}
          {years.length === 0 && (
            <p className="quiet-text">No payment has been seen yet. It stands here once the recipient’s books have it.</p>
          )}
          <Pledges pledges={pledges} format={format} />
          {unheard > 0 && (
            <p className="hint">{`${plural(unheard, 'pledge')} could not be asked about just now; what was known stands here.`}</p>
          )}
        </>
      )}
      <Files pledges={pledges} />
    </div>
  )
}

/** Asks anew where each pledge stands, and keeps what is said; answers how many could not be asked. */
function useRenewed(pledges: readonly KeptPledge[]): number {
  const answers = useQueries({ queries: pledges.map(({ token }) => signedQuery('pledgeState', token)) })
  const news = answers.flatMap(({ data }, i) => {
    const kept = pledges[i]
    return data && kept && data.id === kept.id && isNews(kept, heard(kept, data)) ? [heard(kept, data)] : []
  })
  const told = JSON.stringify(news)
  useEffect(() => {
    const fresh = keptPledges(JSON.parse(told))
    if (fresh.length > 0) givingStore.write(merged(givingStore.read(), fresh))
  }, [told])
  return answers.filter(({ error }) => error !== null).length
}

function isNews(kept: KeptPledge, now: KeptPledge): boolean {
  return JSON.stringify(kept) !== JSON.stringify(now)
}

function Pledges({ pledges, format }: { pledges: readonly KeptPledge[]; format: Format }) {
  const [forgetting, setForgetting] = useState<KeptPledge>()
  return (
    <Card title="Your pledges">
      <StackTable
        caption="Your pledges"
        rows={pledges}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            heading: 'Venture',
            names: true,
            cell: (pledge) => <Link to={publicTo.pledge(pledge.token)}>{pledge.title}</Link>,
          },
          { key: 'what', heading: 'Pledge', cell: (pledge) => pledgeWords(pledge, format) },
          { key: 'made', heading: 'Made', cell: ({ made }) => format.day(made) },
          { key: 'state', heading: 'State', cell: ({ state }) => (state === null ? 'not asked yet' : stateName(state)) },
          {
            key: 'forget',
            heading: <span className="visually-hidden">Forget</span>,
            align: 'number',
            cell: (pledge) => (
              <Button tone="quiet" className="small" aria-label={`Forget ${pledge.title}`} onClick={() => setForgetting(pledge)}>
                Forget
              </Button>
            ),
          },
        ]}
      />
      <Confirm
        title="Forget this pledge here?"
        open={forgetting !== undefined}
        act="Forget it"
        onConfirm={() => {
          if (forgetting) forgetPledge(forgetting.id)
          setForgetting(undefined)
        }}
        onClose={() => setForgetting(undefined)}
      >
        <p>{`This browser will no longer know its link. The pledge to ${forgetting?.title ?? ''} itself goes on; to end it, cancel it first.`}</p>
      </Confirm>
    </Card>
  )
}

/** The copy that is kept elsewhere, the table for a tax return, and the way back in. */
function Files({ pledges }: { pledges: readonly KeptPledge[] }) {
  const [wrong, setWrong] = useState<string>()
  const take = async (files: readonly File[]) => {
    const read = (await Promise.all(files.map(async (file) => pledgesIn(await file.text())))).flat()
    setWrong(read.length === 0 ? 'No pledge was found in it. Choose a file that was saved here as JSON.' : undefined)
    if (read.length === 0) return
    givingStore.write(merged(givingStore.read(), read))
    toast({ text: `${plural(read.length, 'pledge')} taken up.` })
  }
  const save = (name: string, text: string, type: string) => saveFile(name, new Blob([text], { type }))
  return (
    <div>
      <p className="actions">
        {pledges.length > 0 && (
          <>
            <Button tone="quiet" onClick={() => save('your-giving.json', `${JSON.stringify(pledges, null, 2)}\n`, 'application/json')}>
              Save a copy (JSON)
            </Button>
            <Button tone="quiet" onClick={() => save('your-giving.csv', givingCsv(pledges), 'text/csv')}>
              Payments as CSV
            </Button>
          </>
        )}
        <FileButton onFiles={(files) => void take(files)}>Take up a copy</FileButton>
      </p>
      {pledges.length > 0 && (
        <p className="hint">The copy holds the links to your pledges: whoever has it can change them. The CSV does not.</p>
      )}
      <Trouble error={wrong} />
    </div>
  )
}

function pledgesIn(text: string): readonly KeptPledge[] {
  try {
    return keptPledges(JSON.parse(text))
  } catch {
    return []
  }
}
