import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { useRouter, type NavigateOptions } from './router-context.ts'

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & NavigateOptions & { to: string }

/** A link to a path of the active book (or of `book`): `<Link to={to.target()}>`. New tabs and windows work as everywhere. */
export function Link({ to, book, replace, onClick, children, ...rest }: LinkProps) {
  const { href, navigate, preload } = useRouter()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0 || rest.target
    if (event.defaultPrevented || elsewhere) return
    event.preventDefault()
    void navigate(to, { ...(book && { book }), ...(replace && { replace }) })
  }
  return (
    <a {...rest} href={href(to, book)} onClick={follow} onPointerEnter={() => preload(to)}>
      {children}
    </a>
  )
}
