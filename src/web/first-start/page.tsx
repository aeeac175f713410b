import { PageHeading } from '#web/shell/page-heading.tsx'

export function FirstStartPage() {
  return <PageHeading title="What is enough for you in a month?" />
}
