import { ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { MenuEntry, MenuState } from './desk'
import { useDesk, useValue } from './hooks'
import { usePlacement } from './placement'

function OpenMenu({ menu, close }: { menu: MenuState; close: (refocus: boolean) => void }) {
  const box = useRef<HTMLDivElement>(null)
  const [list, setList] = useState<{ label: string; entries: MenuEntry[] }>(menu)
  const rect = useMemo(() => menu.anchor.getBoundingClientRect(), [menu])
  usePlacement(box, rect, list)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first entry of each list takes the focus
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[role=menuitem]:not([aria-disabled=true])')?.focus()
  }, [list])

  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close(false)
    }
    const onScroll = () => close(false)
    document.addEventListener('pointerdown', onPress, true)
    window.addEventListener('resize', onScroll)
    return () => {
      document.removeEventListener('pointerdown', onPress, true)
      window.removeEventListener('resize', onScroll)
    }
  }, [close])

  const run = (entry: MenuEntry) => {
    if (entry.disabled) return
    if (entry.entries) {
      setList({ label: entry.label, entries: entry.entries })
      return
    }
    close(true)
    entry.run?.()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const items = Array.from(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])
    const at = items.indexOf(document.activeElement as HTMLElement)
    const go = (to: number) => items[(to + items.length) % items.length]?.focus()
    if (event.key === 'ArrowDown') go(at + 1)
    else if (event.key === 'ArrowUp') go(at - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(items.length - 1)
    else if (event.key === 'ArrowLeft' && list.entries !== menu.entries) setList(menu)
    else if (event.key === 'ArrowRight' && list.entries[at]?.entries) run(list.entries[at])
    else if (event.key === 'Escape' || event.key === 'Tab') close(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={box}
      role="menu"
      tabIndex={-1}
      aria-label={list.label}
      className="nt-pop nt-menu"
      onKeyDown={onKeyDown}
    >
      {list.entries.map(entry => (
        <button
          key={entry.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={entry.disabled ?? false}
          aria-haspopup={entry.entries ? 'menu' : undefined}
          className={entry.danger ? 'nt-menu-item nt-menu-danger' : 'nt-menu-item'}
          onClick={() => run(entry)}
        >
          {entry.label}
          {entry.entries && <ChevronRight aria-hidden size={16} />}
        </button>
      ))}
    </div>
  )
}

/** The one menu of the desk; tables (which are not React) open it too. */
export function MenuHost() {
  const desk = useDesk()
  const menu = useValue(desk.menu)
  const close = useMemo(
    () => (refocus: boolean) => {
      const anchor = desk.menu.get()?.anchor
      desk.menu.set(null)
      if (refocus && anchor?.isConnected) anchor.focus()
    },
    [desk],
  )
  return menu ? <OpenMenu key={menu.label} menu={menu} close={close} /> : null
}
