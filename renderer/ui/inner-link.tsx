import { useRouter } from '@tanstack/react-router'
import type { ComponentProps, MouseEvent } from 'react'

/**
 * A link to a place inside the program, given as the text of its address (`/nguoi?khu=A`). Opens without reloading;
 * Ctrl+click, middle click and "copy address" do what a browser does.
 */
export function InnerLink({ href, onClick, children, ...rest }: ComponentProps<'a'> & { href: string }) {
  const router = useRouter()

  function open(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    router.history.push(href)
  }

  return (
    <a {...rest} href={router.history.createHref(href)} onClick={open}>
      {children}
    </a>
  )
}
