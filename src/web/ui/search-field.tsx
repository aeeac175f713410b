import { useEffect, useRef, useState } from 'react'
import { TextField } from './text-field.tsx'

/** Long enough to finish a word. */
const PAUSE_MS = 250

interface SearchFieldProps {
  label?: string
  placeholder: string
  words: string
  onSearch: (words: string) => void
}

/** Searches when typing pauses, so that the address changes once and not with every letter. */
export function SearchField({ label = 'Search', placeholder, words, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(words)
  const [known, setKnown] = useState(words)
  const pause = useRef(0)
  useEffect(() => () => clearTimeout(pause.current), [])
  // The address may change from elsewhere, as by going back.
  if (known !== words) {
    setKnown(words)
    if (words !== text.trim()) setText(words)
  }
  const type = (next: string) => {
    setText(next)
    clearTimeout(pause.current)
    pause.current = window.setTimeout(() => onSearch(next.trim()), PAUSE_MS)
  }
  return <TextField label={label} type="search" placeholder={placeholder} value={text} onChange={type} />
}
