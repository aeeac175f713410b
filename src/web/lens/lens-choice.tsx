import type { ViewLens } from '#domain/income.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Segmented } from '#web/ui/segmented.tsx'
import { inLens, lensName } from './lens.ts'

interface LensChoiceProps<L extends ViewLens> {
  lens: L
  /** The lenses that the page has. */
  of: readonly L[]
  /** Where the same page stands in another lens, by the address asked for last. */
  path: (lens: L, search: URLSearchParams) => string
}

/** The one control that changes every figure of a page; it is kept in the address. */
export function LensChoice<L extends ViewLens>({ lens, of, path }: LensChoiceProps<L>) {
  const { navigate } = useRouter()
  return (
    <Segmented
      label="Lens"
      options={of.map((value) => ({ value, label: lensName(value) }))}
      value={lens}
      onChange={(next) => void navigate(({ search }) => inLens(path(next, search), next), { replace: true })}
    />
  )
}
