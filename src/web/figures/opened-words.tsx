import type { FigureWords } from '#domain/figure.ts'

/** How a figure comes about and what is left out of it, in the words that also stand in its text file. */
export function OpenedWords({ words: { formula, inputs, leftOut } }: { words: FigureWords }) {
  return (
    <>
      <section>
        <h3>Formula</h3>
        <p>{formula}</p>
      </section>
      {inputs.length > 0 && (
        <section>
          <h3>From</h3>
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
        <h3>Left out</h3>
        <ul>
          {leftOut.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
