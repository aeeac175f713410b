import type { ProjectChoice } from '#contract/hours.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { ProjectsTable } from '#web/hours/projects-table.tsx'
import { hoursWords } from '#web/hours/words.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import type { DroppedFile } from './draft-files.ts'

interface ProjectsCardProps {
  file: DroppedFile
  onChoose: (projects: readonly ProjectChoice[]) => void
}

/** Asks of a file of time where its projects belong. What is said is remembered for the next file. */
export function ProjectsCard({ file: { name, report, projects: said }, onChoose }: ProjectsCardProps) {
  const book = useBook()
  const format = useFormat()
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  if (!report?.hours || report.already) return null
  const choose = (choice: ProjectChoice) => onChoose([...said.filter(({ project }) => project !== choice.project), choice])
  // What was just said is shown at once, while the file is looked at anew.
  const projects = report.hours.projects.map((one) => {
    const { venture, kind } = said.find(({ project }) => project === one.project) ?? one
    const ventureName = venture === one.venture ? one.ventureName : (ventures.find(({ id }) => id === venture)?.name ?? null)
    return { ...one, venture, kind, ventureName }
  })
  return (
    <Card title={`Hours in ${name}`} hint={hoursWords(report, format)}>
      <ProjectsTable caption={`Projects in ${name}`} projects={projects} ventures={ventures} onChoose={choose} />
    </Card>
  )
}
