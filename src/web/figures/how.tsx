import { lazy, Suspense, useState } from 'react'
import type { DerivedFigure } from './derived-figure.ts'
import './figures.css'

/** Few ask, so what answers comes when somebody does. */
const DerivedSheet = lazy(async () => ({ default: (await import('./derived-sheet.tsx')).DerivedSheet }))

interface HowProps {
  /** Worked out only when somebody opens it: its rows can be many. */
  figure: () => DerivedFigure
  /** Of its headings: 2 where it stands right below the page's own. */
  level?: 2 | 3
}

/** How the figure of a card comes about, down to its rows, for whoever asks (PRODUCT rule 8). */
export function How({ figure, level = 3 }: HowProps) {
  const [open, setOpen] = useState(false)
  return (
    <details className="how" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>How is this computed?</summary>
      {open && (
        <Suspense fallback={null}>
          <DerivedSheet figure={figure()} level={level} />
        </Suspense>
      )}
    </details>
  )
}
