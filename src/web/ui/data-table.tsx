import type { ReactNode } from 'react'

export interface Column<Row> {
  /** Unique among the columns. */
  key: string
  heading: ReactNode
  cell: (row: Row) => ReactNode
  /** `number` aligns right, as amounts do. */
  align?: 'number'
  /** Names the row, for those who listen. */
  names?: boolean
}

interface DataTableProps<Row> {
  caption: string
  /** Whether the caption is seen too. */
  showCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
}

/** A plain table; wider than the page it scrolls by itself, also by keyboard. */
export function DataTable<Row>({ caption, showCaption = false, columns, rows, rowKey }: DataTableProps<Row>) {
  const side = (column: Column<Row>) => (column.align === 'number' ? 'number' : undefined)
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
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
                  <td key={column.key} className={side(column)}>
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
