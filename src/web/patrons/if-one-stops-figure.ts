import type { Crowd } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'
import { CROWD_COLUMNS, crowdRows } from './crowd-rows.ts'
import { leftWithout, sourcesOf } from './stops.ts'

interface StopsFacts {
  crowd: Crowd
  stopped: ReadonlySet<string>
}

/** What is left of a month without those who stop, and how many losses bring it under enough, opened (FEATURES N3, METRICS 7). */
export function ifOneStopsFigure({ crowd, stopped }: StopsFacts, format: Format): DerivedFigure {
  const { total, month, lens } = crowd
  const left = leftWithout(crowd, stopped)
  const lost = `${format.exact(total)}, all that came, − ${format.exact(total - left)} of those that stop = ${format.exact(left)}.`
  return {
    title: `If one stops, ${format.month(month)}, ${lensTag(lens)}`,
    figure: stopped.size === 0 ? `${format.exact(total)} with everybody` : `${format.exact(left)} would be left of ${format.exact(total)}`,
    formula: [
      lost,
      'What a patron pays by a stream that stops as well is lost once; who also pays in a currency that stops loses no stream more than it brings.',
      ...largestLosses(crowd, format),
      'The months to come are drawn anew without them, with the same chance: of a patron what they paid is taken off, of a currency its share of each stream in twelve months.',
    ].join(' '),
    inputs: inputs(crowd, format),
    leftOut: leftOut(crowd, format),
    rows: {
      columns: [...CROWD_COLUMNS, { heading: 'Stops', kind: 'text' }],
      rows: crowdRows(crowd, format).map(({ key, cells }) => [...cells, stopped.has(key) ? 'stops' : '']),
    },
  }
}

/** The largest patrons taken away one by one, where those that it takes are told by name. */
function largestLosses({ enough, total, breadth, payers }: Crowd, format: Format): string[] {
  const { losses } = breadth.patron
  if (enough === null || losses === null || losses === 0) return []
  const largest = payers.slice(0, losses).map(({ parts }) => parts.reduce((all, { net }) => all + net, 0))
  const gone = largest.reduce((all, one) => all + one, 0)
  const named = largest.length === losses && total - gone < enough && total - gone + (largest.at(-1) ?? 0) >= enough
  const who = `the ${losses === 1 ? 'largest patron' : `${format.count(losses)} largest patrons`}`
  return named ? [`Without ${who}: ${format.exact(total)} − ${format.exact(gone)} = ${format.exact(total - gone)}, under enough.`] : []
}

function inputs(crowd: Crowd, format: Format): DerivedFigure['inputs'] {
  const { total, enough, breadth } = crowd
  const { platforms } = sourcesOf(crowd)
  const losses = breadth.patron.losses
  return [
    { label: `All that ${format.month(crowd.month)} brought, after fees and refunds`, value: format.exact(total) },
    ...(enough === null ? [] : [{ label: 'Enough', value: format.exact(enough) }]),
    ...(enough === null || losses === null
      ? []
      : [{ label: 'Largest patrons whose loss brings it under enough', value: format.count(losses) }]),
    ...(crowd.missing
      ? [
          {
            label: 'What it lacks to be enough',
            value: `${plural(crowd.missing.gifts, 'gift', { written: format.count(crowd.missing.gifts) })} of ${format.exact(crowd.missing.usual)}, the median of what patrons gave`,
          },
        ]
      : []),
    ...platforms.map(({ name, net }) => ({
      label: `Left without ${name}`,
      value: `${format.exact(total)} − ${format.exact(net)} = ${format.exact(total - net)}`,
    })),
  ]
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
