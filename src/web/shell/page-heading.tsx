import type { ReactNode } from 'react'

interface PageHeadingProps {
  /** What the browser's tab says, before the name of the app. */
  title: string
  /** The heading; the title where it is left out. */
  children?: ReactNode
  /** A sentence below. */
  lead?: ReactNode
}

/** The one heading of a page: it names the tab, and focus comes here when the page is opened. */
export function PageHeading({ title, children, lead }: PageHeadingProps) {
  return (
    <>
      <title>{`${title} · Enough`}</title>
      <h1 className="page-heading" tabIndex={-1}>
        {children ?? title}
      </h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
    </>
  )
}
