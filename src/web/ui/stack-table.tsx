import type { Column } from './data-table.tsx'
import '#web/styles/parts.css'

interface StackTableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
}

/** A table whose rows become small blocks on a narrow screen, each cell beside the heading of its column. */
export function StackTable<Row>({ caption, columns, rows, rowKey }: StackTableProps<Row>) {
  const side = (column: Column<Row>) => (column.align === 'number' ? 'number' : undefined)
  const label = (column: Column<Row>) => (typeof column.heading === 'string' ? { 'data-label': column.heading } : {})
  return (
    <div className="table-scroll">
      <table className="stack-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={side(column)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.key} scope="row" className={side(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={side(column)} {...label(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
