import type * as Markdown from '#public/markdown.ts'

let parsed: Promise<typeof Markdown> | undefined

/** What turns Markdown into safe HTML; it comes with the first page that has a text. */
export function parsedMarkdown(): Promise<typeof Markdown> {
  return (parsed ??= import('#public/markdown.ts'))
}
