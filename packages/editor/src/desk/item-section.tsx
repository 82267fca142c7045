import { type Item, itemText, itemTitle, rootName } from '@mufakat/doc-model'
import { Ellipsis } from 'lucide-react'
import { memo, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { keepStillBelow } from '../people/scroll-anchor'
import type { MountedText } from '../text/mounted-text'
import { mountText } from '../text/text-surface'
import { addBelow, moveItemBy, moveItemTo, takeOff } from './agenda-order'
import type { Desk, MenuEntry } from './desk'
import { startDrag } from './drag-items'
import { DeskContext, useDesk, useValue } from './hooks'
import { MinutesField } from './minutes-field'
import { PresenterField } from './presenter-field'
import { TitleField } from './title-field'

function itemEntries(
  desk: Desk,
  id: string,
  place: number,
  total: number,
  added: (id: string) => void,
): MenuEntry[] {
  const { words } = desk
  return [
    {
      label: words.t('editor.item.move-up'),
      disabled: place === 0,
      run: () => void moveItemBy(desk, id, -1),
    },
    {
      label: words.t('editor.item.move-down'),
      disabled: place === total - 1,
      run: () => void moveItemBy(desk, id, 1),
    },
    {
      label: words.t('editor.item.move-to'),
      disabled: total < 2,
      entries: Array.from({ length: total }, (_, n) => ({
        label: words.t('editor.item.move-to.place', { n: n + 1 }),
        disabled: n === place,
        run: () => void moveItemTo(desk, id, n),
      })),
    },
    { label: words.t('editor.item.add-below'), run: () => added(addBelow(desk, id)) },
    { label: words.t('editor.item.remove'), danger: true, run: () => takeOff(desk, id) },
  ]
}

/** One item of the agenda: number, title, duration, presenter and its text. */
export const ItemSection = memo(function ItemSection({
  item,
  held,
  place,
  total,
  presenters,
  note,
  onAdded,
}: {
  item: Item
  /** For all that only who may write everywhere may change. */
  held: Desk
  /** From 0. */
  place: number
  total: number
  presenters: readonly string[]
  /** Comes from elsewhere and stands over the text. */
  note: ReactNode
  onAdded: (id: string) => void
}) {
  const desk = useDesk()
  const { words } = desk
  const editable = useValue(held.editable)
  const section = useRef<HTMLElement>(null)
  const text = useRef<MountedText | null>(null)
  const noteBox = useRef<HTMLDivElement>(null)
  const { id } = item
  const number = place + 1
  const writer = desk.items === null || desk.items.includes(id) ? desk : held

  // Before the first paint: an item without its text for one frame would let the page below it jump.
  useLayoutEffect(() => {
    const element = section.current
    if (!element) return
    const mounted = mountText({
      desk: writer,
      name: rootName.text(id),
      ytext: itemText(desk.doc, id),
      element,
      kind: 'item',
      label: '',
    })
    text.current = mounted
    return () => {
      text.current = null
      mounted.destroy()
    }
  }, [writer, desk.doc, id])

  useEffect(() => {
    // The label names the item by its title of now; a screen reader asks for it when the focus comes.
    const title = itemTitle(desk.doc, id)
    const label = () =>
      text.current?.relabel(
        words.t('editor.text', {
          n: number,
          title: title.toString().trim() || words.t('notula.item.untitled'),
        }),
      )
    label()
    title.observe(label)
    return () => title.unobserve(label)
  }, [desk, id, number, words])

  useEffect(() => (noteBox.current ? keepStillBelow(noteBox.current) : undefined), [])

  const onMove = (by: 1 | -1) => {
    moveItemBy(desk, id, by)
  }

  return (
    <section ref={section} className="nt-item" id={`item-${id}`} data-item={id}>
      <DeskContext.Provider value={held}>
        <header className="nt-item-head">
          {editable ? (
            <button
              type="button"
              className="nt-item-number nt-item-handle"
              aria-label={words.t('editor.item.handle', { n: number })}
              title={words.t('editor.item.handle.hint')}
              onPointerDown={event => startDrag(event, section.current, to => moveItemTo(desk, id, to))}
              onKeyDown={event => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                event.preventDefault()
                onMove(event.key === 'ArrowUp' ? -1 : 1)
              }}
              onClick={event => {
                if (event.detail !== 0) return
                // Enter or Space on the handle opens the list of places.
                desk.menu.set({
                  anchor: event.currentTarget,
                  label: words.t('editor.item.move-to'),
                  entries: itemEntries(desk, id, place, total, onAdded)[2]?.entries ?? [],
                })
              }}
            >
              {number}
            </button>
          ) : (
            <span className="nt-item-number">{number}</span>
          )}
          <TitleField itemId={id} place={number} onEnter={() => text.current?.focusStart()} onMove={onMove} />
          <p className="nt-item-meta">
            <MinutesField itemId={id} place={number} minutes={item.minutes} />
            <PresenterField itemId={id} place={number} presenter={item.presenter} others={presenters} />
            {editable && (
              <button
                type="button"
                className="nt-item-menu"
                aria-label={words.t('editor.item.menu', { n: number })}
                aria-haspopup="menu"
                onClick={event =>
                  desk.menu.set({
                    anchor: event.currentTarget,
                    label: words.t('editor.item.menu', { n: number }),
                    entries: itemEntries(desk, id, place, total, onAdded),
                  })
                }
              >
                <Ellipsis aria-hidden size={18} />
              </button>
            )}
          </p>
        </header>
      </DeskContext.Provider>
      {/* Always there: the text, which is no child of React's, stands after it. */}
      <div ref={noteBox} className="nt-item-note">
        {note}
      </div>
    </section>
  )
})
