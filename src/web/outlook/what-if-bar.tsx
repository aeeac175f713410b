import { lensTag } from '#web/lens/lens.ts'
import { Button } from '#web/ui/button.tsx'
import type { Imagining } from './use-imagined.ts'
import { changesText, outcomeSentences, type Names, type Outcome } from './what-if-words.ts'

interface WhatIfBarProps {
  outcome: Outcome
  names: Names
  imagining: Imagining
}

/** At the foot of the page while something is imagined: what, what comes of it, and one press back. */
export function WhatIfBar({ outcome, names, imagining }: WhatIfBarProps) {
  return (
    <aside className="what-if-bar" aria-label="Imagined">
      <p>
        <strong>{changesText(imagining.changes, names)}.</strong>{' '}
        <span className="only-wide">
          {outcomeSentences(outcome, names)[0]} <span className="hint">{lensTag(outcome.lens)}</span>
        </span>
      </p>
      <Button tone="quiet" className="small" onClick={() => imagining.setChanges([])}>
        Back to how it is
      </Button>
    </aside>
  )
}
