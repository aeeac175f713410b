import type { StreamRoute } from '#contract/stream.ts'

/** Which lines a route leads, as the end of a sentence: "lines with “zine” from Ko-fi". */
export function routedWords({ words, source, sourceName }: Pick<StreamRoute, 'words' | 'source' | 'sourceName'>): string {
  const having = words === '' ? '' : ` with “${words}”`
  const from = source === '' ? '' : ` from ${sourceName}`
  return `lines${having}${from}`
}

/** Whether a route leads all lines of its stream. */
export function isMerge({ words, source }: Pick<StreamRoute, 'words' | 'source'>): boolean {
  return words === '' && source === ''
}

/** What was said of a stream, seen from it: "Old is merged into this stream." */
export function routeWords(route: StreamRoute, stream: number): string {
  const { streamName, into, intoName } = route
  if (isMerge(route)) return into === stream ? `${streamName} is merged into this stream.` : `${streamName} is merged into ${intoName}.`
  const lines = routedWords(route)
  return into === stream
    ? `Here count ${lines} of ${streamName}.`
    : `${lines.charAt(0).toUpperCase()}${lines.slice(1)} count in ${intoName}.`
}

/** What was said of the stream, and of those that are merged into it. */
export function routesAbout(routes: readonly StreamRoute[], stream: number): StreamRoute[] {
  const about = new Set([stream])
  for (const one of about) for (const route of routes) if (route.into === one && isMerge(route)) about.add(route.stream)
  return routes.filter((route) => about.has(route.stream) || route.into === stream)
}
