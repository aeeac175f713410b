import type { MouseEvent } from 'react'

/** What stands before everything else on a page: the way past the navigation, and a line while another page is opened. */
export function PageTop({ opening }: { opening: boolean }) {
  const skip = (event: MouseEvent) => {
    // An address behind `#` is the app's own, so the jump is made by hand.
    event.preventDefault()
    document.getElementById('main')?.focus()
  }
  return (
    <>
      <a className="skip-link" href="#main" onClick={skip}>
        Skip to content
      </a>
      <div className="opening-bar" role="progressbar" aria-label="Opening the page" hidden={!opening} />
    </>
  )
}
