import { useId, useState } from 'react'
import { wordsOf, type Trouble } from './trouble.ts'
import type { Preview } from './use-preview.ts'

interface PreviewPaneProps {
  preview: Preview
  /** What stands in the way of making it. */
  trouble: Trouble
  isPrivate: boolean
}

/** What would be public: in sentences, and to the byte. */
export function PreviewPane({ preview, trouble, isPrivate }: PreviewPaneProps) {
  const { data, error, late } = preview
  const [chosen, setChosen] = useState('')
  const id = useId()
  const wrong = Object.values(trouble)[0] ?? (error ? wordsOf(error) : undefined)
  if (wrong !== undefined) return <p className="quiet-text">The preview waits until the form can be read. {wrong}</p>
  if (!data) return <p className="quiet-text">Making the page…</p>
  if (isPrivate || data.files.length === 0) return <p className="quiet-text">Nothing would be public: the page is private.</p>
  const file = data.files.find(({ path }) => path === chosen) ?? data.files.find(({ path }) => path.endsWith('.json')) ?? data.files[0]
  return (
    <div className="stack preview-pane" aria-busy={late}>
      {data.reveals.length > 0 && (
        <section aria-labelledby={`${id}-reveals`}>
          <h3 id={`${id}-reveals`}>What this reveals together</h3>
          <ul className="reveals">
            {data.reveals.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack" aria-labelledby={`${id}-bytes`}>
        <h3 id={`${id}-bytes`}>The exact bytes</h3>
        <div className="field">
          <label htmlFor={id}>Below the public address</label>
          <select id={id} value={file?.path} onChange={(event) => setChosen(event.target.value)}>
            {data.files.map(({ path, text }) => (
              <option key={path} value={path}>
                {path} · {bytesOf(text)}
              </option>
            ))}
          </select>
        </div>
        {file && (
          <div className="bytes" role="region" tabIndex={0} aria-label={`${file.path}, ${file.type}`}>
            <pre>{file.text}</pre>
          </div>
        )}
      </section>
    </div>
  )
}

function bytesOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length
  return bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 100) / 10} kB`
}
