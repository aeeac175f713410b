import type { Crowd } from '#contract/crowd.ts'
import { How } from '#web/figures/how.tsx'
import { KINDS } from '#web/month-cards/carrier-rows.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, OTHER } from '#web/ui/hues.ts'
import { capital, numberWord } from '#web/ui/number-words.ts'
import { BarRows } from './bar-rows.tsx'
import { whoCarriesFigure } from './who-carries-figure.ts'
import { burdenSentence, carrierSentence, CROWD, equalWords, payerNoun, smallestSentence } from './words.ts'

const HUE_OF_KIND = { person: hueOf(0), organisation: hueOf(1), unknown: OTHER } as const
const SORTS = { stream: 'Streams', platform: 'Platforms', currency: 'Currencies' } as const

interface CarriesProps {
  crowd: Crowd
  format: Format
  tag: string
}

/** People and organisations, and on how many the month rests. */
export function WhoCarries({ crowd, format, tag }: CarriesProps) {
  const { kinds, patrons, named } = crowd.gifts
  const told = patrons >= CROWD
  const sentence = told ? `${carrierSentence(crowd, format)} ${smallestSentence(crowd, format)}` : tooFew({ patrons, named })
  const carrying = kinds.filter((kind) => kind.patrons > 0)
  return (
    <ChartFigure
      className="span-6"
      title="Who carries it"
      tools={<span className="hint">{tag}</span>}
      summary={sentence}
      summaryHidden
      before={<p className="answer">{sentence}</p>}
      after={crowd.breadth.stream.parts > 0 && <How figure={() => whoCarriesFigure(crowd, format)} />}
      table={<BreadthTable crowd={crowd} format={format} />}
    >
      {told && (
        <BarRows
          says={carrierSentence(crowd, format)}
          rows={carrying.map(({ kind, net, patrons: heads }) => {
            return {
              key: kind,
              label: `${KINDS[kind]} (${format.count(heads)})`,
              from: 0,
              to: net,
              value: format.money(net),
              hue: HUE_OF_KIND[kind],
            }
          })}
        />
      )}
      {told && <p>{burdenSentence(crowd, format)}</p>}
      {kinds.some(({ kind, patrons: heads }) => kind === 'unknown' && heads > 0) && (
        <p className="hint">
          Who is an organisation only you can say: on the page of a venture, <Link to={to.sharing()}>in Sharing</Link>.
        </p>
      )}
    </ChartFigure>
  )
}

function tooFew({ patrons, named }: Pick<Crowd['gifts'], 'patrons' | 'named'>): string {
  if (patrons === 0 && named > 0) return 'No named patron gave more in this month than went back to them.'
  if (patrons === 0) return 'No named patron gave in this month. A file that names who pays makes this card.'
  return `${capital(numberWord(patrons))} of the ${numberWord(CROWD)} patrons that it takes to speak of a crowd.`
}

function BreadthTable({ crowd, format }: { crowd: Crowd; format: Format }) {
  const sorts = (['patron', 'stream', 'platform', 'currency'] as const).map((sort) => ({ sort, ...crowd.breadth[sort] }))
  return (
    <>
      <DataTable
        caption="On how many the month rests"
        rows={sorts}
        rowKey={({ sort }) => sort}
        columns={[
          {
            key: 'sort',
            heading: 'Of',
            names: true,
            cell: ({ sort }) => (sort === 'patron' ? `${capital(payerNoun(crowd))}s` : SORTS[sort]),
          },
          { key: 'parts', heading: 'Number', align: 'number', cell: ({ parts }) => format.count(parts) },
          { key: 'top', heading: 'Largest', align: 'number', cell: ({ top }) => format.percent(top) },
          { key: 'effective', heading: 'Rests on', cell: ({ effective }) => equalWords(effective, format) },
          { key: 'hhi', heading: 'HHI', align: 'number', cell: ({ hhi }) => format.decimal(hhi.toFixed(3)) },
          { key: 'losses', heading: 'Under enough after', cell: ({ losses }) => lossWords(losses, crowd, format) },
        ]}
      />
      <DataTable
        caption="By kind"
        rows={crowd.gifts.kinds}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', heading: 'Kind', names: true, cell: ({ kind }) => KINDS[kind] },
          { key: 'patrons', heading: 'Patrons', align: 'number', cell: ({ patrons }) => format.count(patrons) },
          { key: 'net', heading: 'Net', align: 'number', cell: ({ net }) => format.exact(net) },
          { key: 'usual', heading: 'Usual gift', align: 'number', cell: ({ usual }) => (usual === null ? 'none' : format.exact(usual)) },
        ]}
      />
    </>
  )
}

function lossWords(losses: number | null, { enough }: Crowd, format: Format): string {
  if (enough === null) return 'no target'
  if (losses === null) return 'never'
  return losses === 0 ? 'is under now' : `${format.count(losses)} lost`
}
