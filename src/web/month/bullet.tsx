import { useId } from 'react'
import type { MonthPage } from '#contract/income.ts'
import type { Minor } from '#domain/money.ts'
import { FigureOpener } from '#web/figures/figure-opener.tsx'
import { lensName } from '#web/lens/lens.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { Legend } from '#web/ui/legend.tsx'
import { useNarrow } from '#web/ui/use-narrow.ts'
import { isUntold, untoldText } from './dependable-words.ts'
import { layOutBullet } from './bullet-layout.ts'
import { partOf, type Group } from './groups.ts'

interface BulletProps {
  page: MonthPage
  /** The month's net by venture. */
  groups: readonly Group[]
  /** Pledged for the month and not paid yet: drawn hatched beside what came, and in no total. */
  pledged?: Minor
  /** What of the month's money is put aside for tax: outlined at the end of what came, since it is there and not one's own. */
  aside?: Minor
  format: Format
}

const BAR = { y: 24, height: 34 }
const NO_HUE = { fill: '', edge: '' }

/** This month against what is enough: what arrived, by venture, laid along the three levels. */
export function Bullet({ page, groups, pledged = 0, aside = 0, format }: BulletProps) {
  const { target, total } = page
  if (isUntold(page)) {
    return (
      <Card title="Against enough" className="bullet">
        <p>{untoldText(page, format)}</p>
      </Card>
    )
  }
  const value = (group: Group) => {
    const amount = amountText(group.values[0] ?? 0, page, format)
    const { lens, month: from } = page
    return <FigureOpener asked={{ lens, from, to: from, ...partOf(group) }}>{amount}</FigureOpener>
  }
  return (
    <ChartFigure
      className="bullet"
      title="Against enough"
      titleHidden
      summary={bulletSummary(page, format)}
      summaryHidden
      after={
        <>
          <Legend items={groups.map((group) => ({ key: group.key, hue: group.hue, name: group.name, value: value(group) }))} />
          <p className="hint">{[hintOf(page), asideText(aside, format)].join(' ')}</p>
        </>
      }
      table={
        <DataTable
          caption={`Net by venture, ${format.month(page.month)}`}
          columns={[
            { key: 'name', heading: 'Venture', cell: (group: Group) => group.name, names: true },
            { key: 'net', heading: 'Net', align: 'number', cell: (group: Group) => format.exact(group.values[0] ?? 0) },
          ]}
          rows={[
            ...groups,
            { key: 'total', name: 'Total', values: [total.net], hue: NO_HUE },
            ...bandRows(page),
            ...(aside > 0 ? [{ key: 'aside', name: 'Of it put aside for tax, not yours', values: [aside], hue: NO_HUE }] : []),
            ...(pledged > 0 ? [{ key: 'pledged', name: 'Pledged, not paid yet: in no total', values: [pledged], hue: NO_HUE }] : []),
          ]}
          rowKey={(group) => group.key}
        />
      }
    >
      <BulletPicture page={page} groups={groups} pledged={pledged} aside={aside} format={format} />
      {!target && (
        <p className="hint">
          No line is drawn yet: <Link to={to.target()}>say what is enough for you in a month</Link>.
        </p>
      )}
    </ChartFigure>
  )
}

/** What can be counted on is never rounded up. */
function amountText(amount: Minor, { lens }: Pick<MonthPage, 'lens'>, format: Format): string {
  return format.money(amount, { round: lens === 'dependable' ? 'down' : 'nearest' })
}

function bulletSummary(page: MonthPage, format: Format): string {
  const { target, total, month } = page
  const brought = `${format.month(month)}: ${amountText(total.net, page, format)}`
  if (!target) return `${brought}; no target is set.`
  const { bare, enough, comfortable } = target
  return `${brought} of ${format.money(enough)} that is enough; basics ${format.money(bare)}, comfortable ${format.money(comfortable)}.`
}

/** The lens of the picture, and what is pale in it. */
function hintOf({ lens, likely, dependable }: MonthPage): string {
  const pale = likely ? ' Pale: where the month will likely end, 8 in 10.' : dependable ? ' Pale: up to where 8 in 10 end.' : ''
  return `${lensName(lens)}, net.${pale}`
}

/** What of the bar's end is outlined. */
function asideText(aside: Minor, format: Format): string {
  return aside > 0 ? `Outlined: ${format.money(aside)} put aside for tax, not yours.` : ''
}

/** Where a running month will likely end, or where the month was expected to: the money of neither is there. */
function bandOf({ likely, dependable }: MonthPage): { low: Minor; high: Minor } | null {
  return likely ?? dependable
}

function bandRows(page: MonthPage): Group[] {
  const band = bandOf(page)
  if (!band) return []
  const what = page.likely ? 'Likely by its end' : 'Expected'
  return [
    { key: 'low', name: `${what}, low (1 in 10 is less)`, values: [band.low], hue: NO_HUE },
    { key: 'high', name: `${what}, high (1 in 10 is more)`, values: [band.high], hue: NO_HUE },
  ]
}

function bandText(page: MonthPage, format: Format): string {
  const band = bandOf(page)
  return band ? `8 in 10: ${format.money(band.low, { round: 'down' })} to ${format.money(band.high)}` : ''
}

function BulletPicture({ page, groups, pledged = 0, aside = 0, format }: BulletProps) {
  const hatch = useId()
  const beside = { promised: pledged, band: bandOf(page), aside, narrow: useNarrow() }
  const { segments, pledged: promised, likely, aside: owed, marks } = layOutBullet(groups, page.target, beside)
  return (
    <svg
      className="bullet-picture"
      width="100%"
      height={marks.some(({ row }) => row > 0) ? 104 : 88}
      role="img"
      aria-label={bulletSummary(page, format)}
    >
      <rect className="bullet-ground" x="0" y={BAR.y} width="100%" height={BAR.height} rx="3" />
      {likely && (
        <rect className="likely-band" x={`${likely.x}%`} y={BAR.y} width={`${likely.width}%`} height={BAR.height}>
          <title>{bandText(page, format)}</title>
        </rect>
      )}
      {segments.map(({ key, x, width, group }) => (
        <svg key={key} x={`${x}%`} y={BAR.y} width={`${width}%`} height={BAR.height}>
          <rect x="0" y="0" width="100%" height="100%" fill={group.hue.fill} />
          <line className="gap" x1="100%" x2="100%" y1="0" y2="100%" />
          <title>{`${group.name} ${amountText(group.values[0] ?? 0, page, format)}`}</title>
        </svg>
      ))}
      {promised && (
        <>
          <defs>
            <pattern id={hatch} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
              <rect className="pledged-hatch" width="2" height="6" />
            </pattern>
          </defs>
          <rect
            className="pledged-bar"
            x={`${promised.x}%`}
            y={BAR.y}
            width={`${promised.width}%`}
            height={BAR.height}
            fill={`url(#${hatch})`}
          >
            <title>{`Pledged, not paid yet: ${format.money(pledged)}`}</title>
          </rect>
        </>
      )}
      {owed && (
        <g>
          <rect className="tax-halo" x={`${owed.x}%`} y={BAR.y + 1} width={`${owed.width}%`} height={BAR.height - 2} />
          <rect className="tax-line" x={`${owed.x}%`} y={BAR.y + 1} width={`${owed.width}%`} height={BAR.height - 2}>
            <title>{asideText(aside, format)}</title>
          </rect>
        </g>
      )}
      {marks.map(({ level, amount, x, anchor, row }) =>
        level === 'enough' ? (
          <g key={level}>
            <line className="enough-line" x1={`${x}%`} x2={`${x}%`} y1={BAR.y - 8} y2={BAR.y + BAR.height + 8} />
            <text className="enough-text" x={`${x}%`} y="12" textAnchor={anchor}>
              enough {format.money(amount)}
            </text>
          </g>
        ) : (
          <g key={level}>
            <line className="level-line" x1={`${x}%`} x2={`${x}%`} y1={BAR.y - 4} y2={BAR.y + BAR.height + 8 + 16 * row} />
            <text x={`${x}%`} y={80 + 16 * row} textAnchor={anchor}>
              {level}
              <tspan className="level-amount"> {format.money(amount)}</tspan>
            </text>
          </g>
        ),
      )}
    </svg>
  )
}
