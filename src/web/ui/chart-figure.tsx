import { useId, type ReactNode } from 'react'

interface ChartFigureProps {
  title: ReactNode
  /** One sentence, made from the data, that says what the picture shows. */
  summary: string
  /** Whether the sentence is only for those who do not see the picture, because the page says it elsewhere. */
  summaryHidden?: boolean
  tools?: ReactNode
  /** The picture. */
  children: ReactNode
  legend?: ReactNode
  /** The same data as a real table. */
  table: ReactNode
  className?: string
}

/** A picture of data that no one needs to see to know: it has a heading, a sentence and a table twin. */
export function ChartFigure({ title, summary, summaryHidden = false, tools, children, legend, table, className = '' }: ChartFigureProps) {
  const heading = useId()
  return (
    <figure className={`card chart ${className}`.trim()} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{title}</h2>
        {tools}
      </header>
      {legend}
      {children}
      <figcaption className={summaryHidden ? 'visually-hidden' : 'hint'}>{summary}</figcaption>
      <details className="twin">
        <summary>Show as a table</summary>
        {table}
      </details>
    </figure>
  )
}
