import type { FigureWords } from '#domain/figure.ts'

/** How a figure comes about and what is left out of it, in the words that also stand in its text file. */
export function OpenedWords({ words: { formula, inputs, leftOut }, level = 3 }: { words: FigureWords; level?: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <>
      <section>
        <Heading>Formula</Heading>
        <p>{formula}</p>
      </section>
      {inputs.length > 0 && (
        <section>
          <Heading>From</Heading>
          <dl>
            {inputs.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section>
        <Heading>Left out</Heading>
        <ul>
          {leftOut.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
