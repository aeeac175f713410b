import type { MonthPage } from '#contract/income.ts'
import type { MonthChange } from '#contract/month-change.ts'
import { addMonths, monthOf, type Day, type Month } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { How } from '#web/figures/how.tsx'
import { lensTag } from '#web/lens/lens.ts'
import { cameQuery } from '#web/month/queries.ts'
import { monthName } from '#web/month/sentence.ts'
import { BarRows } from '#web/patrons/bar-rows.tsx'
import { barsOf } from '#web/patrons/waterfall.ts'
import { useBook } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, OTHER } from '#web/ui/hues.ts'
import { changeFigure } from './change-figure.ts'
import { changeName, changeSentence, shownInstead } from './change-words.ts'

/** Why the month brought more or less than the one before, from the one to the other without a rest. */
export function ChangeCard({ page, format }: { page: MonthPage; format: Format }) {
  const book = useBook()
  const change = usePrefetched(q('monthChange', cameQuery(book, page)))
  const last = addMonths(monthOf(page.today), -1)
  const title = `What changed since ${monthName(addMonths(page.month < last ? page.month : last, -1), page.today, format)}?`
  const className = 'span-12 change-card'
  const hint = `${format.month(change.before)} to ${format.month(change.month)}, ${lensTag(change.lens)}`
  const sentence = changeSentence(change, page.today, format)
  const instead = shownInstead(page, change, format)
  const said = (
    <>
      <p className="answer">{sentence}</p>
      {instead && <p className="hint">{instead}</p>}
    </>
  )
  if (change.parts.length === 0)
    return (
      <Card className={className} title={title} hint={hint}>
        {said}
        {change.told && <How figure={() => changeFigure(change, format)} />}
      </Card>
    )
  return (
    <ChartFigure
      className={className}
      title={title}
      tools={<span className="hint">{hint}</span>}
      summary={sentence}
      summaryHidden
      before={said}
      after={<How figure={() => changeFigure(change, format)} />}
      table={<ChangeTable change={change} format={format} />}
    >
      <ChangeBars change={change} today={page.today} format={format} />
    </ChartFigure>
  )
}

function ChangeBars({ change, today, format }: { change: MonthChange; today: Day; format: Format }) {
  const nameOf = (month: Month) => monthName(month, today, format)
  const sumOf = (net: number) => ({ net, patrons: 0 })
  const steps = change.parts.map((part, i) => ({ key: String(i), net: part.net, patrons: part.patrons }))
  const names = new Map<string, string>(change.parts.map((part, i) => [String(i), changeName(part)]))
  names.set('small', 'Small changes').set('start', nameOf(change.before)).set('end', nameOf(change.month))
  const bars = barsOf({ start: sumOf(change.start), end: sumOf(change.end) }, steps)
  return (
    <BarRows
      says={changeSentence(change, today, format)}
      rows={bars.map(({ key, from, to }) => {
        const [isSum, up] = [key === 'start' || key === 'end', to >= from]
        const value = isSum
          ? format.money(to)
          : to === from
            ? format.money(0)
            : `${up ? '↑' : '↓'} ${format.money(to - from, { signed: true })}`
        return { key, label: names.get(key) ?? '', from, to, value, hue: isSum ? OTHER : hueOf(up ? 0 : 1) }
      })}
    />
  )
}

/** Every part, those that the picture joins too. */
function ChangeTable({ change, format }: { change: MonthChange; format: Format }) {
  const end = (month: string, net: number) => ({ key: month, name: format.month(month), net, patrons: 0 })
  const parts = change.parts.map((part) => ({ ...part, key: `${part.change} ${part.venture ?? ''}`, name: changeName(part) }))
  return (
    <DataTable
      caption="From one month to the next, by what changed"
      rows={[end(change.before, change.start), ...parts, end(change.month, change.end)]}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', heading: 'What', names: true, cell: ({ name }) => name },
        { key: 'patrons', heading: 'Patrons', align: 'number', cell: ({ patrons }) => (patrons > 0 ? format.count(patrons) : '') },
        { key: 'net', heading: 'Net', align: 'number', cell: ({ net }) => format.exact(net) },
      ]}
    />
  )
}
