import type { HourKind, HourProject, ProjectChoice } from '#contract/hours.ts'
import type { Venture } from '#contract/venture.ts'
import { useFormat } from '#web/shell/book.ts'
import { SelectField } from '#web/ui/select-field.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx'
import { durationWords, kindWords, projectName } from './words.ts'

interface ProjectsTableProps {
  caption: string
  projects: readonly HourProject[]
  ventures: readonly Venture[]
  /** Absent where it cannot be changed any more. */
  onChoose?: (choice: ProjectChoice) => void
  busy?: boolean
}

const NONE = 'none'
const KINDS: readonly HourKind[] = ['basic', 'paid', 'care']

/** Projects with their time, and where it belongs: a venture and a kind for each, to be chosen. */
export function ProjectsTable({ caption, projects, ventures, onChoose, busy = false }: ProjectsTableProps) {
  const format = useFormat()
  // A venture that this import would make has no place to be chosen from yet.
  const isOpen = ({ venture, ventureName }: HourProject) => onChoose !== undefined && (venture !== null || ventureName === null)
  return (
    <StackTable
      caption={caption}
      rows={projects}
      rowKey={({ project }) => project}
      columns={[
        { key: 'project', heading: 'Project', names: true, cell: (one) => <bdi>{projectName(one)}</bdi> },
        { key: 'minutes', heading: 'Time', align: 'number', cell: ({ minutes }) => durationWords(minutes, format) },
        {
          key: 'venture',
          heading: 'Venture',
          cell: (one) =>
            onChoose && isOpen(one) ? (
              <VentureSelect project={one} ventures={ventures} onChoose={onChoose} busy={busy} />
            ) : (
              <bdi>{one.ventureName === null ? 'none' : `${one.ventureName}${one.venture === null ? ' (new)' : ''}`}</bdi>
            ),
        },
        {
          key: 'kind',
          heading: 'Kind',
          cell: (one) => (onChoose && isOpen(one) ? <KindSelect project={one} onChoose={onChoose} busy={busy} /> : kindWords(one.kind)),
        },
      ]}
    />
  )
}

interface SelectProps {
  project: HourProject
  onChoose: (choice: ProjectChoice) => void
  busy: boolean
}

/** With the venture the kind of its work is proposed. */
function VentureSelect({ project: one, ventures, onChoose, busy }: SelectProps & { ventures: readonly Venture[] }) {
  const choose = (value: string) => {
    const chosen = ventures.find(({ id }) => String(id) === value)
    const kind = chosen ? (chosen.work === 'basic' ? 'basic' : 'paid') : one.kind
    onChoose({ project: one.project, venture: chosen?.id ?? null, kind })
  }
  const open = ventures.filter(({ id, archived }) => !archived || id === one.venture)
  return (
    <SelectField
      label={<VisuallyHidden>{`Venture of ${projectName(one)}`}</VisuallyHidden>}
      value={one.venture === null ? NONE : String(one.venture)}
      choices={[{ value: NONE, label: 'No venture' }, ...open.map(({ id, name }) => ({ value: String(id), label: name }))]}
      disabled={busy}
      onChange={choose}
    />
  )
}

function KindSelect({ project: one, onChoose, busy }: SelectProps) {
  const choose = (value: string) => {
    const kind = KINDS.find((known) => known === value)
    if (kind) onChoose({ project: one.project, venture: one.venture, kind })
  }
  return (
    <SelectField
      label={<VisuallyHidden>{`Kind of ${projectName(one)}`}</VisuallyHidden>}
      value={one.kind}
      choices={KINDS.map((kind) => ({ value: kind, label: kindWords(kind) }))}
      disabled={busy}
      onChange={choose}
    />
  )
}
