import type { BrowseItem } from '#contract/public.ts'
import { toast } from '#web/ui/toast.tsx'
import { addToList, useListed } from './list-store.ts'

/** Puts another site's venture on the list, from its card: its own page has no such button for here. */
export function ListButton({ item: { address, url, title, currency, origin } }: { item: BrowseItem }) {
  const isListed = useListed().some((one) => one.url === url)
  if (isListed) return <span>on your list</span>
  const add = () => {
    addToList({ address, url, title, currency, origin })
    toast({ text: `${title} is on your list.` })
  }
  return (
    <button type="button" className="link-button" aria-label={`Add to your list: ${title}`} onClick={add}>
      Add to your list
    </button>
  )
}
