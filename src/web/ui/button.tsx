import type { ButtonHTMLAttributes } from 'react'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `quiet` for every act but the main one of a page. */
  tone?: 'main' | 'quiet'
}

/** A button that does something on this page; what leads elsewhere is a link with the class `button`. */
export function Button({ tone = 'main', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`button${tone === 'quiet' ? ' quiet' : ''} ${className}`.trim()} />
}
