import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Check } from '#web/ui/check.tsx'
import type { Format } from '#web/ui/format.ts'
import { SearchField } from '#web/ui/search-field.tsx'
import { matching, type Source } from './stops.ts'

/** So many of a sort stand there at first. */
const OFFERED = 8

interface RemovalsProps {
  /** "Streams": what all of them are. */
  title: string
  sources: readonly Source[]
  /** Everybody who is not told by name, taken away together. */
  others?: Source | undefined
  stopped: ReadonlySet<string>
  onToggle: (key: string) => void
  format: Format
}

/** A box for each of one sort that may stop: the largest, and all of them for whoever asks. */
export function Removals({ title, sources, others, stopped, onToggle, format }: RemovalsProps) {
  const [all, setAll] = useState(false)
  const [words, setWords] = useState('')
  if (sources.length === 0) return null
  const shown = all ? matching(sources, words) : sources.slice(0, OFFERED)
  const box = ({ key, name, net }: Source) => (
    <Check
      key={key}
      label={
        <>
          <bdi>{name}</bdi> <span className="hint">{format.money(net)}</span>
        </>
      }
      checked={stopped.has(key)}
      onChange={() => onToggle(key)}
    />
  )
  return (
    // The focus stays here when the button has done its work.
    <fieldset className="removal" tabIndex={-1}>
      <legend>{title} that stop</legend>
      {all && (
        <SearchField label={`Find among the ${title.toLowerCase()}`} placeholder="part of a name" words={words} onSearch={setWords} />
      )}
      <div className={all ? 'removal-all' : undefined}>{shown.map(box)}</div>
      {shown.length === 0 && <p className="hint">No name has “{words}” in it.</p>}
      {others && box(others)}
      {!all && sources.length > OFFERED && (
        <Button tone="quiet" className="small" onClick={() => setAll(true)}>
          Show all {format.count(sources.length)} {title.toLowerCase()}
        </Button>
      )}
    </fieldset>
  )
}
