import { Component, type ComponentType, type ReactNode } from 'react'
import { ApiError } from '#web/api/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Link } from './link.tsx'
import { PageHeading } from './page-heading.tsx'
import { to } from './path-builder.ts'
import { useRouter } from './router-context.ts'

interface ErrorPageProps {
  error: unknown
  /** Where one can go on from here. */
  home?: ReactNode
}

/** Says what went wrong in the problem's own words, and what can be done. */
export function ErrorPage({ error, home = <Link to={to.month()}>Go to this month</Link> }: ErrorPageProps) {
  const told = error instanceof Error ? error.message : String(error)
  const title = error instanceof ApiError ? error.problem.title : 'Something on this page broke'
  // What is not there will not be there the next time either.
  const missing = error instanceof ApiError && error.status === 404
  return (
    <section className="narrow">
      <PageHeading title={title} lead={told} />
      <p className="actions">
        {!missing && <Button onClick={() => window.location.reload()}>Try again</Button>}
        {home}
      </p>
    </section>
  )
}

/** An address that no page stands at. */
export function MissingPage() {
  const { book } = useRouter()
  return (
    <section className="narrow">
      <PageHeading title="There is no page here" lead="The address may be mistyped, or what stood here was removed." />
      <p className="actions">
        <Link to={to.month()} {...(!book && { book: 'main' })}>
          Go to this month
        </Link>
      </p>
    </section>
  )
}

interface PageBoundaryProps {
  /** The page shown instead. */
  page: ComponentType<{ error: unknown }>
  children: ReactNode
}

/** Catches what a page throws while it is drawn; give it a new key for each address. */
export class PageBoundary extends Component<PageBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { page: Page, children } = this.props
    return this.state.error === undefined ? children : <Page error={this.state.error} />
  }
}
