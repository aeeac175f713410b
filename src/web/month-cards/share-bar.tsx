interface ShareBarProps {
  /** Shares of the whole bar, 0 to 1; what they leave of it stays pale, and what is over it is cut. */
  parts: readonly { key: string; share: number }[]
}

/** A bar for the eye only: the words beside it say the same. */
export function ShareBar({ parts }: ShareBarProps) {
  const widths = parts.map(({ share }) => Math.min(1, share) * 100)
  return (
    <svg className="share-bar" width="100%" height="10" aria-hidden="true">
      <rect className="share-ground" width="100%" height="10" rx="2" />
      {parts.map(({ key }, i) => {
        const from = widths.slice(0, i).reduce((sum, width) => sum + width, 0)
        return <rect key={key} className={`share-part share-${key}`} x={`${from}%`} width={`${widths[i] ?? 0}%`} height="10" rx="2" />
      })}
    </svg>
  )
}
