import { Suspense, use } from 'react'
import { parsedMarkdown } from './prose-source.ts'

/** A text that somebody wrote in Markdown; until it is written as HTML it stands there as it is. */
export function Prose({ text }: { text: string }) {
  return (
    <Suspense fallback={<p className="own-words">{text}</p>}>
      <Written text={text} />
    </Suspense>
  )
}

function Written({ text }: { text: string }) {
  const { markdownHtml } = use(parsedMarkdown())
  // The writer of the HTML escapes what is HTML already and lets no address but safe ones through; its tests hold it to that.
  return <div className="prose" dangerouslySetInnerHTML={{ __html: markdownHtml(text) }} />
}
