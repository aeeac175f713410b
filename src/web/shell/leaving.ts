import type { LocationSource } from './location.ts'

/**
 * A page with something unsaved is asked before another takes its place. It cannot stand in the address, and only one page is shown
 * at a time.
 */
type Ask = () => Promise<boolean>

let ask: Ask | null = null

/** From now on `next` decides whether the page is left; answers the way to stop. */
export function askBeforeLeaving(next: Ask): () => void {
  ask = next
  return () => {
    if (ask === next) ask = null
  }
}

const sheetOf = (address: string) => address.split(/[?#]/)[0]

/** Does at once what leads from one address to another, unless the page wants to be asked first. */
export async function leave(from: string, to: string, act: () => Promise<void>): Promise<void> {
  if (ask === null || sheetOf(from) === sheetOf(to)) return act()
  if (await ask()) {
    ask = null
    await act()
  }
}

/** The same addresses; a step back that the page does not want is taken back. */
export function askingLocation(location: LocationSource): LocationSource {
  let at = location.read()
  const noted = (go: (address: string) => void) => (address: string) => {
    go(address)
    at = location.read()
  }
  return {
    read: () => location.read(),
    href: (address) => location.href(address),
    push: noted((address) => location.push(address)),
    replace: noted((address) => location.replace(address)),
    scrolled: () => location.scrolled(),
    scrollTo: (y) => location.scrollTo(y),
    subscribe: (listener) =>
      location.subscribe(() => {
        const wanted = location.read()
        const arrive = async () => {
          at = wanted
          listener()
        }
        if (ask === null || sheetOf(at) === sheetOf(wanted)) return void arrive()
        // Back to where the question is asked, and on again once it is answered.
        location.push(at)
        void leave(at, wanted, async () => {
          location.replace(wanted)
          await arrive()
        })
      }),
  }
}
