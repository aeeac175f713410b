import { useRouter } from '#web/shell/router-context.ts'
import { Segmented } from '#web/ui/segmented.tsx'
import type { Lens } from './queries.ts'

const LENSES = [
  { value: 'cash', label: 'Cash' },
  { value: 'smoothed', label: 'Smoothed' },
] as const

/** Cash or Smoothed, kept in the address. */
export function LensChoice({ lens, path }: { lens: Lens; path: (lens: Lens) => string }) {
  const { navigate } = useRouter()
  return <Segmented label="Lens" options={LENSES} value={lens} onChange={(next) => void navigate(path(next), { replace: true })} />
}
