import type { Need } from '#domain/need.ts'
import { useFormat } from '#web/shell/book.ts'
import './needs.css'

/** Needs in their order, with their amounts. */
export function NeedsList({ needs }: { needs: readonly Need[] }) {
  const format = useFormat()
  return (
    <ul className="needs-list">
      {needs.map((need, at) => (
        // Two needs may say the same.
        <li key={at}>
          <bdi>{need.text}</bdi>
          {need.level !== 'enough' && <span className="tag">{need.level}</span>}
          <span className="number">{format.exact(need.amount)}</span>
        </li>
      ))}
    </ul>
  )
}
