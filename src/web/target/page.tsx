import { PageHeading } from '#web/shell/page-heading.tsx'

export function TargetPage() {
  return <PageHeading title="Target" />
}
