import { lazy, Suspense, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { ViewLens } from '#domain/income.ts'
import type { Month } from '#domain/month.ts'
import { lensTag } from '#web/lens/lens.ts'
import './figures.css'

/** Hardly any figure is ever opened, so what opens one comes when one is. */
const FigureSheet = lazy(async () => ({ default: (await import('./figure-sheet.tsx')).FigureSheet }))

/** Which figure: net of some months in a lens, of a stream, some streams ("3,5,8"), a venture or the whole book; all of its months where none are named. */
export interface FigureAsked {
  lens: ViewLens
  from?: Month
  to?: Month
  stream?: number
  streams?: string
  venture?: number
}

interface FigureOpenerProps {
  asked: FigureAsked
  /** The figure as it stands on the page. */
  children: ReactNode
  className?: string
}

/** A figure that opens: how it comes about, what is left out, and its rows (PRODUCT rule 8). */
export function FigureOpener({ asked, children, className = '' }: FigureOpenerProps) {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  return (
    <>
      <button
        type="button"
        className={`figure-opener ${className}`.trim()}
        aria-haspopup="dialog"
        title={`${lensTag(asked.lens)}: how it comes about`}
        onClick={() => setState('open')}
      >
        {children}
      </button>
      {state !== 'never' &&
        // Figures stand in sentences and tables, where a dialog may not.
        createPortal(
          <Suspense fallback={null}>
            <FigureSheet asked={asked} open={state === 'open'} onClose={() => setState('closed')} />
          </Suspense>,
          document.body,
        )}
    </>
  )
}
