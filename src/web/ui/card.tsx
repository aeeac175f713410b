import { useId, type ReactNode } from 'react'

interface CardProps {
  /** One question or one thing, as the heading says. */
  title?: ReactNode
  /** A few quiet words beside the heading. */
  hint?: ReactNode
  /** Controls beside the heading. */
  tools?: ReactNode
  className?: string
  children: ReactNode
}

/** A sheet of paper with one thing on it. It takes the focus over from what goes away in it (`focus-kept.ts`). */
export function Card({ title, hint, tools, className = '', children }: CardProps) {
  const heading = useId()
  return (
    <section className={`card ${className}`.trim()} {...(title !== undefined && { 'aria-labelledby': heading, tabIndex: -1 })}>
      {title !== undefined && (
        <header>
          <h2 id={heading}>{title}</h2>
          {hint !== undefined && <span className="hint">{hint}</span>}
          {tools}
        </header>
      )}
      {children}
    </section>
  )
}
