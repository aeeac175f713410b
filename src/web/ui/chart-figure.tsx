import { useId, type ReactNode } from 'react'

interface ChartFigureProps {
  title: ReactNode
  /** For a picture whose question the page's heading has just asked. */
  titleHidden?: boolean
  /** One sentence, made from the data, that says what the picture shows. */
  summary: string
  /** Whether the sentence is only for those who do not see the picture, because the page says it elsewhere. */
  summaryHidden?: boolean
  /** Controls beside the heading. */
  tools?: ReactNode
  /** The picture. */
  children: ReactNode
  /** What stands between heading and picture, as a legend does. */
  before?: ReactNode
  /** What stands below the picture. */
  after?: ReactNode
  /** The same data as a real table. */
  table: ReactNode
  className?: string
}

/** A picture of data that no one needs to see to know: it has a heading, a sentence and a table twin. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, titleHidden = false, summary, summaryHidden = false, tools, children, before, after, table, className = '' } = props
  const heading = useId()
  return (
    <figure className={`card chart ${className}`.trim()} aria-labelledby={heading} tabIndex={-1}>
      <header className={titleHidden ? 'visually-hidden' : undefined}>
        <h2 id={heading}>{title}</h2>
        {tools}
      </header>
      {before}
      <div className="picture">{children}</div>
      <div className="chart-foot">
        <div>
          {after}
          <figcaption className={summaryHidden ? 'visually-hidden' : 'hint'}>{summary}</figcaption>
        </div>
        <details className="twin">
          <summary>Table</summary>
          {table}
        </details>
      </div>
    </figure>
  )
}
