import { PageHeading } from '#web/shell/page-heading.tsx'

export function MonthPage() {
  return <PageHeading title="Month" />
}
