import type { HourKind, HourProject, ProjectChoice } from '#contract/hours.ts'
import type { Venture } from '#contract/venture.ts'
import { useFormat } from '#web/shell/book.ts'
import { StackTable } from '#web/ui/stack-table.tsx'
import { durationWords, kindWords, projectName } from './words.ts'

interface ProjectsTableProps {
  caption: string
  projects: readonly HourProject[]
  ventures: readonly Venture[]
  onChoose: (choice: ProjectChoice) => void
}

const NONE = 'none'
const KINDS: readonly HourKind[] = ['basic', 'paid', 'care']

/** Projects with their time, and where it belongs: a venture and a kind for each, to be chosen. */
export function ProjectsTable({ caption, projects, ventures, onChoose }: ProjectsTableProps) {
  const format = useFormat()
  // A venture that this import would make has no place to be chosen from yet.
  const isOpen = ({ venture, ventureName }: HourProject) => venture !== null || ventureName === null
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
            isOpen(one) ? <VentureSelect project={one} ventures={ventures} onChoose={onChoose} /> : <bdi>{`${one.ventureName} (new)`}</bdi>,
        },
        {
          key: 'kind',
          heading: 'Kind',
          cell: (one) => (isOpen(one) ? <KindSelect project={one} onChoose={onChoose} /> : kindWords(one.kind)),
        },
      ]}
    />
  )
}

interface SelectProps {
  project: HourProject
  onChoose: (choice: ProjectChoice) => void
}

/** With the venture the kind of its work is proposed. */
function VentureSelect({ project: one, ventures, onChoose }: SelectProps & { ventures: readonly Venture[] }) {
  const choose = (value: string) => {
    const chosen = ventures.find(({ id }) => String(id) === value)
    const kind = chosen ? (chosen.work === 'basic' ? 'basic' : 'paid') : one.kind
    onChoose({ project: one.project, venture: chosen?.id ?? null, kind })
  }
  const open = ventures.filter(({ id, archived }) => !archived || id === one.venture)
  return (
    <select
      aria-label={`Venture of ${projectName(one)}`}
      value={one.venture === null ? NONE : String(one.venture)}
      onChange={(event) => choose(event.target.value)}
    >
      <option value={NONE}>No venture</option>
      {open.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

function KindSelect({ project: one, onChoose }: SelectProps) {
  const choose = (value: string) => {
    const kind = KINDS.find((known) => known === value)
    if (kind) onChoose({ project: one.project, venture: one.venture, kind })
  }
  return (
    <select aria-label={`Kind of ${projectName(one)}`} value={one.kind} onChange={(event) => choose(event.target.value)}>
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {kindWords(kind)}
        </option>
      ))}
    </select>
  )
}
