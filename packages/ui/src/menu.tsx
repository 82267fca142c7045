import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { classes } from './classes'

const itemsIn = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>('[data-menu-item]') ?? []),
]

const BELOW = 'top-[calc(100%+0.375rem)]'

const ALIGN = {
  start: { box: 'relative', list: `left-0 ${BELOW}` },
  end: { box: 'relative', list: `right-0 ${BELOW}` },
  above: { box: 'relative', list: 'right-1 bottom-[calc(100%+0.375rem)]' },
  head: {
    box: 'lg:relative',
    list: 'inset-x-0 mt-1.5 max-lg:max-w-sm lg:right-0 lg:left-auto lg:mt-0 lg:top-[calc(100%+0.375rem)]',
  },
} as const

/**
 * A disclosure that opens a short list of links and buttons. It is a `details`, so it works before any script
 * has come; script adds closing on a press outside, on Escape and after a choice, and the arrow keys.
 */
export function Menu({
  summary,
  label,
  summaryClass,
  align = 'end',
  children,
}: {
  summary: ReactNode
  label?: string
  summaryClass?: string
  /** `above`: of a bar at the foot of the page; `head`: on a phone over the width of the page's head, wherever in it the button has its place. */
  align?: keyof typeof ALIGN
  children: ReactNode
}) {
  const ref = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      const details = ref.current
      if (details?.open && event.target instanceof Node && !details.contains(event.target))
        details.open = false
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const details = ref.current
    if (!details) return
    if (event.key === 'Escape' && details.open) {
      details.open = false
      details.querySelector('summary')?.focus()
      event.preventDefault()
      return
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    if (!details.open) details.open = true
    const items = itemsIn(details)
    const at = items.indexOf(document.activeElement as HTMLElement)
    const step = event.key === 'ArrowDown' ? 1 : -1
    items[(at + step + items.length) % items.length]?.focus()
    event.preventDefault()
  }

  return (
    <details ref={ref} className={classes('screen-only', ALIGN[align].box)} onKeyDown={onKeyDown}>
      <summary aria-label={label} title={label} className={summaryClass}>
        {summary}
      </summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens to presses of the items inside */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on an item arrives here as a click */}
      <div
        onClick={event => {
          const details = ref.current
          if (!details || !(event.target as HTMLElement).closest('[data-menu-item]')) return
          details.open = false
          // What was chosen is out of sight now, and with it the focus: it goes back to where the menu opens.
          details.querySelector('summary')?.focus()
        }}
        className={classes(
          'absolute z-30 grid min-w-56 animate-[rise_140ms_ease-out] rounded-md border border-line bg-surface p-1.5 shadow-2',
          ALIGN[align].list,
        )}
      >
        {children}
      </div>
    </details>
  )
}

/** The look of an entry; the caller makes it a link or a button and adds `data-menu-item`. */
export const menuItemClass = classes(
  'flex min-h-11 w-full items-center gap-3 rounded-sm px-3 text-left text-sm font-medium text-ink no-underline',
  'transition-colors hover:bg-neutral-soft aria-[current]:bg-accent-soft aria-[current]:text-accent-strong',
  '[&>svg]:size-4.5 [&>svg]:flex-none',
)
