import { useState, type FormEvent } from 'react'
import type { Outlook } from '#contract/outlook.ts'
import type { Plans, Scenario } from '#contract/plan.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Format } from '#web/ui/format.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import type { Imagining } from './use-imagined.ts'
import { changesText } from './what-if-words.ts'

interface ScenariosProps {
  names: { outlook: Outlook; plans: Plans; format: Format }
  imagining: Imagining
}

/** What was imagined and kept under a name: opened, renamed and removed here. */
export function Scenarios({ names, imagining }: ScenariosProps) {
  const { changes, setChanges } = imagining
  const { scenarios } = names.plans
  const [naming, setNaming] = useState<Scenario | 'new' | null>(null)
  const remove = useRemoval()
  return (
    <>
      {changes.length > 0 && (
        <div className="actions">
          <Button tone="quiet" onClick={() => setNaming('new')}>
            Keep it under a name
          </Button>
          <Button tone="quiet" onClick={() => setChanges([])}>
            Back to how it is
          </Button>
        </div>
      )}
      {scenarios.length > 0 && (
        <section className="scenarios" aria-label="Kept">
          <h3>Kept</h3>
          <ul className="changes">
            {scenarios.map((scenario) => (
              <li key={scenario.id}>
                <span>
                  <button type="button" className="link-button" onClick={() => setChanges(scenario.changes)}>
                    <bdi>{scenario.name}</bdi>
                  </button>{' '}
                  <span className="hint">{changesText(scenario.changes, names)}</span>
                </span>
                <span className="actions">
                  <Button tone="quiet" className="small" aria-label={`Rename ${scenario.name}`} onClick={() => setNaming(scenario)}>
                    Rename
                  </Button>
                  <Button tone="quiet" className="small" aria-label={`Remove ${scenario.name}`} onClick={() => void remove(scenario)}>
                    Remove
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Dialog title={naming === 'new' ? 'Keep it under a name' : 'Rename it'} open={naming !== null} onClose={() => setNaming(null)}>
        {naming !== null && (
          <NameForm
            scenario={naming === 'new' ? { name: changesText(changes, names).slice(0, 120), changes: [...changes] } : naming}
            onDone={() => setNaming(null)}
          />
        )}
      </Dialog>
    </>
  )
}

/** Removes a scenario, with the way back. */
function useRemoval(): (scenario: Scenario) => Promise<void> {
  const { id: book } = useBook()
  const remove = useSend('removeScenario')
  const add = useSend('addScenario')
  return async ({ id, name, changes }) => {
    await remove.mutateAsync({ params: { book, scenario: id } })
    toast({
      text: `${name} is removed.`,
      undo: async () => void (await add.mutateAsync({ params: { book }, body: { name, changes } })),
    })
  }
}

function NameForm({ scenario, onDone }: { scenario: Omit<Scenario, 'id'> & { id?: number }; onDone: () => void }) {
  const { id: book } = useBook()
  const [name, setName] = useState(scenario.name)
  const add = useSend('addScenario')
  const set = useSend('setScenario')
  const remove = useSend('removeScenario')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const { id, changes } = scenario
    const body = { name: name.trim(), changes }
    if (body.name === '') return
    if (id === undefined) {
      const kept = await add.mutateAsync({ params: { book }, body })
      toast({
        text: `${kept.name} is kept.`,
        undo: async () => void (await remove.mutateAsync({ params: { book, scenario: kept.id } })),
      })
    } else {
      const params = { book, scenario: id }
      await set.mutateAsync({ params, body })
      toast({
        text: `${scenario.name} is now ${body.name}.`,
        undo: async () => void (await set.mutateAsync({ params, body: { name: scenario.name, changes } })),
      })
    }
    onDone()
  }
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <TextField label="Name" value={name} onChange={setName} maxLength={120} required />
      <Trouble error={add.error ?? set.error} />
      <div className="actions">
        <Button type="submit" disabled={add.isPending || set.isPending || name.trim() === ''}>
          Keep
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
