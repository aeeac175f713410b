import { PageHeading } from '#web/shell/page-heading.tsx'
import { BookCard } from './book-card.tsx'
import { DataCard } from './data-card.tsx'
import { HoursCard, ProjectsCard } from './hours-card.tsx'
import { ProgramCard } from './program-card.tsx'
import { RatesCard } from './rates-card.tsx'
import { StreamsCard } from './streams-card.tsx'
import { VenturesCard } from './ventures-card.tsx'
import '#web/styles/parts.css'
import './settings.css'

/** What the book is set to, what is in it, and where it lies. */
export function SettingsPage() {
  return (
    <>
      <PageHeading title="Settings" />
      <div className="grid settings">
        <BookCard />
        <DataCard />
        <VenturesCard />
        <StreamsCard />
        <HoursCard />
        <ProjectsCard />
        <RatesCard />
        <ProgramCard />
      </div>
    </>
  )
}
