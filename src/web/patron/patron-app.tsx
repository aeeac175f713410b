import './patron.css'
import type { ReactNode } from 'react'
import { ApiError } from '#web/api/client.ts'
import { ErrorPage, PageBoundary } from '#web/shell/error-page.tsx'
import { Link } from '#web/shell/link.tsx'
import type { Navigator, Shown } from '#web/shell/navigator.ts'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { PageTop } from '#web/shell/page-top.tsx'
import { Router } from '#web/shell/router.tsx'
import { useFocusKept, useFocusOnHeading, useFocusOnTrouble } from '#web/ui/focus-kept.ts'
import { Toaster } from '#web/ui/toast.tsx'
import { PatronNavigation } from './patron-navigation.tsx'
import { publicTo } from './paths.ts'

/** In the page's own mode the owner's app stands beside this one. */
const inPage = import.meta.env.MODE === 'mock'

/** The frame of the patron's pages and the page that the address asks for. */
export function PatronApp({ navigator }: { navigator: Navigator }) {
  return (
    <Router navigator={navigator}>
      {(shown, opening) => (
        <Frame shown={shown} opening={opening}>
          <PageBoundary page={PatronErrorPage} key={`${shown.address.path} ${shown.params['token'] ?? ''}`}>
            <View shown={shown} />
          </PageBoundary>
        </Frame>
      )}
    </Router>
  )
}

function View({ shown: { view } }: { shown: Shown }) {
  if (typeof view === 'string') return <PatronMissingPage />
  if ('error' in view) return <PatronErrorPage error={view.error} />
  const Page = view.page
  return <Page />
}

function Frame({ shown, opening, children }: { shown: Shown; opening: boolean; children: ReactNode }) {
  useFocusOnHeading(shown.address.path)
  useFocusKept()
  useFocusOnTrouble()
  return (
    <>
      <PageTop opening={opening} />
      {inPage && (
        <p className="ribbon">
          <span>These are your public pages as strangers would see them.</span>
          <a href="#/">Back to your book</a>
        </p>
      )}
      <div className="frame patron">
        <PatronNavigation />
        <main id="main" tabIndex={-1} aria-busy={opening}>
          {children}
        </main>
      </div>
      <Toaster />
    </>
  )
}

function PatronErrorPage({ error }: { error: unknown }) {
  // What a signed link does not open now it never will.
  if (error instanceof ApiError && error.status === 403) {
    return (
      <section className="narrow">
        <PageHeading title="This link cannot be opened" lead={error.message} />
        <p className="actions">
          <Link to={publicTo.browse()}>Browse ventures</Link>
        </p>
      </section>
    )
  }
  return <ErrorPage error={error} home={<Link to={publicTo.browse()}>Browse ventures</Link>} />
}

/** An address that no page stands at. */
function PatronMissingPage() {
  return (
    <section className="narrow">
      <PageHeading title="There is no page here" lead="The address may be mistyped, or what stood here is no longer published." />
      <p className="actions">
        <Link to={publicTo.browse()}>Browse ventures</Link>
      </p>
    </section>
  )
}
