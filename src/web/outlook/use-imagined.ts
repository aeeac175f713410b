import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import type { ViewLens } from '#domain/income.ts'
import type { OutlookAnswer } from '#domain/outlook.ts'
import type { Change } from '#domain/what-if.ts'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { outlookInWorker } from './foretelling.ts'
import { drawnLens } from './outlook-params.ts'
import { addressBase, outlookQuestion } from './outlook-question.ts'
import { readChanges, writeChanges } from './what-if-address.ts'

/** How sure pay is to be where nothing else is asked, and how far one can go. */
export const CERTAINTY = { usual: 90, least: 50, most: 99 } as const
/** The address follows the slider when it rests. */
const REST_MS = 250

const NONE: OutlookAnswer = { months: 0, real: null, changed: null }

/** What is imagined, as the address says it, and the ways to change that. */
export interface Imagining {
  changes: readonly Change[]
  certainty: number
  /** Each change of what is imagined is a step that the browser can go back. */
  setChanges: (changes: readonly Change[]) => void
  setCertainty: (certainty: number) => void
}

export function useImagined(outlook: Outlook, plans: Plans): Imagining {
  const { address, navigate } = useRouter()
  const base = addressBase(outlook, plans)
  const asked = readCertainty(address.search)
  const [certainty, setCertainty] = useState(asked)
  useEffect(() => {
    if (certainty === asked) return undefined
    const timer = setTimeout(
      () => void navigate(({ search }) => to.outlook({ ...viewOf(search), sure: certainty }), { replace: true }),
      REST_MS,
    )
    return () => clearTimeout(timer)
  }, [certainty, asked, navigate])
  return {
    changes: readChanges(address.search, base),
    certainty,
    setCertainty,
    setChanges: (changes) => {
      const written = writeChanges(changes, base)
      void navigate(({ search }) => to.outlook({ ...viewOf(search), if: written }))
    },
  }
}

/** How the page is looked at besides its lens. */
export function viewOf(search: URLSearchParams): { if: string | undefined; sure: number } {
  return { if: search.get('if') ?? undefined, sure: readCertainty(search) }
}

/** How sure pay is to be, as the address says it. */
function readCertainty(search: URLSearchParams): number {
  const asked = Number(search.get('sure'))
  return Number.isInteger(asked) && asked >= CERTAINTY.least && asked <= CERTAINTY.most ? asked : CERTAINTY.usual
}

/** A year ahead with the months that it is drawn from, both of one lens. */
export interface Drawn {
  outlook: Outlook
  years: OutlookAnswer
}

/**
 * The year ahead, as it is and as it is imagined; undefined until it is drawn. What was drawn last stands until the next is there, with
 * the months that it was drawn from, so that no lens has the figures of another.
 */
export function useYears(outlook: Outlook, plans: Plans, { changes, certainty }: Imagining): Drawn | undefined {
  const question = outlookQuestion(outlook, plans, { changes, certainty })
  const { data, error } = useQuery({
    queryKey: ['year ahead', outlook.lens, question],
    queryFn: async () => ({ outlook, years: question ? await outlookInWorker(question) : NONE }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })
  if (error) throw error
  return data && { ...data, outlook: data.outlook.lens === outlook.lens ? outlook : data.outlook }
}

/** The lens that a drawn year is told in: the one that is asked for, or still the one before it. */
export function toldLens({ outlook }: Drawn, asked: ViewLens): ViewLens {
  return outlook.lens === drawnLens(asked) ? asked : outlook.lens
}
