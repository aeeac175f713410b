import { markdownHtml } from '#public/markdown.ts'

/** Markdown as the public page shows it: made safe by the same function. */
export function MarkdownView({ text }: { text: string }) {
  return <div className="markdown" dangerouslySetInnerHTML={{ __html: markdownHtml(text, 3) }} />
}
