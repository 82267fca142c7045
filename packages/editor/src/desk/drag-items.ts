// Dragging an item by its number, with any pointer. Nothing is moved while dragging: sections are tall, so a line
// shows where the item will go, the page scrolls at its edges, and only letting go moves it.
import type { PointerEvent as ReactPointerEvent } from 'react'

const START_PX = 6
const EDGE_PX = 72
const SCROLL_PX = 14

/** Place (from 0) that an item dragged from `from` takes when let go at `y`, by the middles of the sections. */
export function placeAt(y: number, middles: readonly number[], from: number): number {
  const above = middles.filter((middle, i) => i !== from && middle < y).length
  return Math.max(0, Math.min(middles.length - 1, above))
}

export function startDrag(
  event: ReactPointerEvent<HTMLElement>,
  section: HTMLElement | null,
  drop: (place: number) => void,
): void {
  if (event.button !== 0 || !section?.parentElement) return
  const handle = event.currentTarget
  const list = section.parentElement
  const startY = event.clientY
  let y = startY
  let dragging = false
  let frame = 0
  let place = -1
  const marker = document.createElement('div')
  marker.className = 'nt-drop-marker'
  handle.setPointerCapture(event.pointerId)

  const sections = () => Array.from(list.querySelectorAll<HTMLElement>(':scope > .nt-item'))
  const show = () => {
    const all = sections()
    const from = all.indexOf(section)
    const rects = all.map(each => each.getBoundingClientRect())
    // Heads are what people aim at; a section of three screens has its middle far away.
    place = placeAt(
      y,
      rects.map(rect => rect.top + Math.min(rect.height / 2, 40)),
      from,
    )
    const before = all.filter(each => each !== section)[place]
    const top = before?.getBoundingClientRect().top ?? rects.at(-1)?.bottom ?? 0
    marker.style.top = `${top - list.getBoundingClientRect().top - 12}px`
  }
  const tick = () => {
    frame = requestAnimationFrame(tick)
    if (y < EDGE_PX + 64) window.scrollBy(0, -SCROLL_PX)
    else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX)
    show()
  }
  const onMove = (move: PointerEvent) => {
    y = move.clientY
    if (dragging || Math.abs(y - startY) < START_PX) return
    dragging = true
    section.classList.add('nt-dragged')
    list.append(marker)
    tick()
  }
  const end = (dropped: boolean) => {
    cancelAnimationFrame(frame)
    marker.remove()
    section.classList.remove('nt-dragged')
    handle.removeEventListener('pointermove', onMove)
    handle.removeEventListener('pointerup', onUp)
    handle.removeEventListener('pointercancel', onCancel)
    window.removeEventListener('keydown', onKey, true)
    if (dropped && dragging && place >= 0) drop(place)
  }
  const onUp = () => end(true)
  const onCancel = () => end(false)
  const onKey = (key: KeyboardEvent) => {
    if (key.key !== 'Escape') return
    key.preventDefault()
    end(false)
  }
  handle.addEventListener('pointermove', onMove)
  handle.addEventListener('pointerup', onUp)
  handle.addEventListener('pointercancel', onCancel)
  window.addEventListener('keydown', onKey, true)
}
