/**
 * Where lines of a stream count, when the user said that they count elsewhere. A stream keeps its lines, its sources and their keys;
 * a route only says in which stream they are shown and summed, so that it can be taken back, and holds for what is imported later.
 */
export interface StreamRoute {
  id: number
  /** The stream whose lines are led elsewhere. */
  stream: number
  /** The stream in which they count. */
  into: number
  /** Words that a line's texts must all hold; empty for any line. */
  words: string
  /** The platform that the line must come from, `hand` for what was typed in; empty for any. */
  source: string
}

/** What a line is known by when it is asked where it counts. */
export interface RoutedLine {
  key: string
  /** All texts by which the line can be searched. */
  text: string
}

/** Whether a route leads all lines of its stream: then the two are merged. Any other splits some of them off. */
export function isMerge({ words, source }: Pick<StreamRoute, 'words' | 'source'>): boolean {
  return words.trim() === '' && source === ''
}

function holds({ words, source }: StreamRoute, { key, text }: RoutedLine): boolean {
  if (source !== '' && !key.startsWith(`${source}:`)) return false
  const found = text.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => found.includes(word))
}

/** The routes of a book, ready to be asked. */
export interface Routes {
  /** The stream in which a line of a stream counts; `line` is asked only where a split has to be decided. */
  of(stream: number, line: () => RoutedLine): number
  /** Whether lines of the stream can count in more than one. */
  splits(stream: number): boolean
  /** The stream that shows what is merged into it: the stream itself where nothing was said. */
  shown(stream: number): number
  /** The streams whose lines may count in this one, itself among them. */
  sources(stream: number): number[]
  /** The streams in which lines of this one may count, itself among them. */
  places(stream: number): number[]
}

/** Splits come before a merge, older ones before newer ones. Routes must not go round in a circle: see `leadsBack`. */
export function routesOf(routes: readonly StreamRoute[]): Routes {
  const sorted = routes.toSorted((a, b) => Number(isMerge(a)) - Number(isMerge(b)) || a.id - b.id)
  const from = Map.groupBy(sorted, ({ stream }) => stream)
  const to = Map.groupBy(sorted, ({ into }) => into)
  const reached = (stream: number, next: (one: number) => number[]): number[] => {
    const all = new Set([stream])
    for (const one of all) for (const other of next(one)) all.add(other)
    return [...all]
  }
  const places = (stream: number) => reached(stream, (one) => (from.get(one) ?? []).map(({ into }) => into))
  const step = (stream: number, line: () => RoutedLine) => from.get(stream)?.find((route) => isMerge(route) || holds(route, line()))?.into
  return {
    of(stream, line) {
      let place = stream
      for (let next = step(place, line); next !== undefined; next = step(place, line)) place = next
      return place
    },
    splits: (stream) => places(stream).some((place) => from.get(place)?.some((route) => !isMerge(route))),
    shown(stream) {
      let place = stream
      for (let next = from.get(place)?.find(isMerge)?.into; next !== undefined; next = from.get(place)?.find(isMerge)?.into) place = next
      return place
    },
    sources: (stream) => reached(stream, (one) => (to.get(one) ?? []).map((route) => route.stream)),
    places,
  }
}

/** Whether a new route would lead lines round in a circle. */
export function leadsBack(routes: readonly StreamRoute[], { stream, into }: Pick<StreamRoute, 'stream' | 'into'>): boolean {
  return routesOf(routes).places(into).includes(stream)
}
