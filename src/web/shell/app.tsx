import type { DragEvent, ReactNode } from 'react'
import { useFocusKept, useFocusOnHeading, useFocusOnTrouble } from '#web/ui/focus-kept.ts'
import { Toaster } from '#web/ui/toast.tsx'
import { filesOf, leaveFiles } from './dropped-files.ts'
import { ErrorPage, MissingPage, PageBoundary } from './error-page.tsx'
import { ExampleRibbon, MemoryRibbon } from './ribbon.tsx'
import { Navigation } from './navigation.tsx'
import { PageTop } from './page-top.tsx'
import type { Navigator, Shown } from './navigator.ts'
import { to } from './path-builder.ts'
import { useRouter } from './router-context.ts'
import { Router } from './router.tsx'

/** The frame of every page and the page that the address asks for. */
export function App({ navigator }: { navigator: Navigator }) {
  return (
    <Router navigator={navigator}>
      {(shown, opening) => (
        <Frame shown={shown} opening={opening}>
          <PageBoundary page={ErrorPage} key={`${shown.address.book}${shown.address.path}`}>
            <View shown={shown} />
          </PageBoundary>
        </Frame>
      )}
    </Router>
  )
}

function View({ shown }: { shown: Shown }) {
  const { view } = shown
  if (view === 'missing') return <MissingPage />
  if ('error' in view) return <ErrorPage error={view.error} />
  const Page = view.page
  return <Page />
}

function Frame({ shown, opening, children }: { shown: Shown; opening: boolean; children: ReactNode }) {
  useFocusOnHeading(`${shown.address.book}${shown.address.path}`)
  useFocusKept()
  useFocusOnTrouble()
  return (
    <div {...useFileDrop(shown.book !== null)}>
      <PageTop opening={opening} />
      {shown.book?.example && <ExampleRibbon />}
      <MemoryRibbon />
      <div className="frame">
        {shown.book && <Navigation />}
        <main id="main" tabIndex={-1} aria-busy={opening}>
          {children}
        </main>
      </div>
      <Toaster />
    </div>
  )
}

/** Files dropped on any page of a book go to Import. A page that wants them itself stops the event. */
function useFileDrop(active: boolean): { onDragOver?: (event: DragEvent) => void; onDrop?: (event: DragEvent) => void } {
  const { navigate } = useRouter()
  if (!active) return {}
  const take = (files: File[]) => {
    leaveFiles(files)
    return navigate(to.import())
  }
  return {
    onDragOver: (event) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault()
    },
    onDrop: (event) => {
      if (event.dataTransfer.files.length === 0) return
      event.preventDefault()
      void filesOf(event.dataTransfer).then(take)
    },
  }
}
