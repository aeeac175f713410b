import type { AnchorHTMLAttributes } from 'react'

/** A link to the public site: into a window of its own, but where that site lives in this very page. */
export function PublicLink({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const elsewhere = href.startsWith('#') ? {} : { target: '_blank', rel: 'noreferrer' }
  return <a {...rest} {...elsewhere} href={href} />
}
