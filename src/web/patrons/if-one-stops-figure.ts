import type { Crowd } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'
import { crowdColumns, crowdRows } from './crowd-rows.ts'
import { leftWithout, sourcesOf } from './stops.ts'

interface StopsFacts {
  crowd: Crowd
  stopped: ReadonlySet<string>
}

/** What is left of a month without those who stop, and how many losses bring it under enough, opened (FEATURES N3, METRICS 7). */
export function ifOneStopsFigure({ crowd, stopped }: StopsFacts, format: Format): DerivedFigure {
  const { total, month, lens } = crowd
  const left = leftWithout(crowd, stopped)
  const lost =
    stopped.size === 0
      ? `${format.exact(total)}, all that came; nobody is taken away yet.`
      : `${format.exact(total)}, all that came, − ${format.exact(total - left)} of those that stop = ${format.exact(left)}.`
  return {
    title: `If one stops, ${format.month(month)}, ${lensTag(lens)}`,
    figure: stopped.size === 0 ? `${format.exact(total)} with everybody` : `${format.exact(left)} would be left of ${format.exact(total)}`,
    formula: [
      lost,
      'Whatever goes by more than one of them goes once: together they take no stream more than it brings. What went back to one by one stream is taken off what they bring by others.',
      ...largestLosses(crowd, format),
      'The months to come are drawn anew without them, with the same chance: of a patron what they paid is taken off, of a currency its share of each stream in twelve months.',
    ].join(' '),
    inputs: inputs(crowd, format),
    leftOut: leftOut(crowd, format),
    rows: {
      columns: [...crowdColumns(crowd), { heading: 'Stops', kind: 'text' }],
      rows: crowdRows(crowd, format).map(({ key, cells }) => [...cells, stopped.has(key) ? 'stops' : '']),
    },
  }
}

/** The largest patrons taken away one by one, where those that it takes are told by name. */
function largestLosses(crowd: Crowd, format: Format): string[] {
  const { enough, total, breadth, payers } = crowd
  const { losses } = breadth.patron
  if (enough === null || losses === null || losses === 0 || payers.length < losses) return []
  const without = (count: number) => leftWithout(crowd, new Set(payers.slice(0, count).map(({ patron }) => `patron ${patron}`)))
  const left = without(losses)
  const who = `the ${losses === 1 ? 'largest patron' : `${format.count(losses)} largest patrons`}`
  // Money of a list names nobody, so one of its equal patrons may be among the largest.
  if (left >= enough || without(losses - 1) < enough) return []
  return [`Without ${who}: ${format.exact(total)} − ${format.exact(total - left)} = ${format.exact(left)}, under enough.`]
}

function inputs(crowd: Crowd, format: Format): DerivedFigure['inputs'] {
  const { total, enough, breadth } = crowd
  const { platforms } = sourcesOf(crowd, format)
  const losses = breadth.patron.losses
  return [
    { label: `All that ${format.month(crowd.month)} brought, after fees and refunds`, value: format.exact(total) },
    ...(enough === null ? [] : [{ label: 'Enough', value: format.exact(enough) }]),
    ...(enough === null || losses === null || losses === 0
      ? []
      : [{ label: 'Largest patrons whose loss brings it under enough', value: format.count(losses) }]),
    ...missingInput(crowd, format),
    ...platforms.map(({ name, net, left }) => ({
      label: `Left without ${name}`,
      value: `${format.exact(total)} − ${format.exact(net)} = ${format.exact(left)}`,
    })),
  ]
}

/** What a month that is under enough lacks, in gifts of the usual size. */
function missingInput({ missing, enough, total }: Crowd, format: Format): DerivedFigure['inputs'] {
  if (!missing || enough === null) return []
  const gifts = plural(missing.gifts, 'gift', { written: format.count(missing.gifts) })
  const value = `(${format.exact(enough)} − ${format.exact(total)}) ÷ ${format.exact(missing.usual)}, the median of what patrons gave: ${gifts}`
  return [{ label: 'What it lacks to be enough', value }]
}

function leftOut({ streams }: Crowd, format: Format): string[] {
  const unnamed: Minor = streams.reduce((sum, stream) => sum + Math.max(0, stream.unnamed), 0)
  return [
    ...(unnamed > 0
      ? [
          `${format.exact(unnamed)} of it names nobody. Where a list tells how many patrons that is, they are taken to give the same each; else it belongs to its stream and platform only.`,
        ]
      : []),
    'What is typed in by hand hangs on no platform.',
    'The running month, and money that has no rate.',
  ]
}
