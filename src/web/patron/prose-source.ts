let parsed: Promise<typeof import('#public/markdown.ts')> | undefined

/** What turns Markdown into safe HTML; it comes with the first page that has a text. */
export function parsedMarkdown(): Promise<typeof import('#public/markdown.ts')> {
  return (parsed ??= import('#public/markdown.ts'))
}
