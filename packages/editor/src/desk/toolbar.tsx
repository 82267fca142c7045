import type { MessageKey } from '@mufakat/i18n'
import {
  Bold,
  Gauge,
  Gavel,
  Heading,
  Italic,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Table2,
  Underline,
  Undo2,
} from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { askIndicator } from '../text/indicator'
import { openLink, toggle } from '../text/mark-commands'
import { applyKind } from '../text/slash'
import type { Desk, Surface } from './desk'
import type { Format } from './format'
import { useDesk, useValue } from './hooks'

interface Tool {
  id: string
  label: MessageKey
  icon: LucideIcon
  keys?: string
  /** Undefined for a button that is never pressed in. */
  pressed?: (format: Format) => boolean
  /** Not in the cells of a table. */
  itemOnly?: boolean
  /** Works without a text in focus. */
  always?: (format: Format) => boolean
  run: (desk: Desk, surface: Surface | null) => void
}

const kindTool = (
  kind: string,
  label: MessageKey,
  icon: LucideIcon,
  itemOnly: boolean,
  keys?: string,
): Tool => ({
  id: kind,
  label,
  icon,
  itemOnly,
  ...(keys ? { keys } : {}),
  ...(kind === 'tabel' ? {} : { pressed: format => format.kind === kind }),
  run: (desk, surface) => {
    if (surface) applyKind(surface.editor.view, desk, kind, true)
  },
})

const markTool = (
  mark: 'bold' | 'italic' | 'underline',
  label: MessageKey,
  icon: LucideIcon,
  keys: string,
): Tool => ({
  id: mark,
  label,
  icon,
  keys,
  pressed: format => format[mark],
  run: (_desk, surface) => {
    const view = surface?.editor.view
    if (view) toggle(mark)(view.state, view.dispatch, view)
  },
})

const GROUPS: readonly (readonly Tool[])[] = [
  [
    kindTool('keputusan', 'editor.kind.keputusan', Gavel, true, 'Ctrl+Alt+K'),
    kindTool('tindak-lanjut', 'editor.kind.tindak-lanjut', ListChecks, true, 'Ctrl+Alt+T'),
  ],
  [
    kindTool('judul', 'editor.kind.judul', Heading, true, 'Ctrl+Alt+1'),
    kindTool('butir', 'editor.kind.butir', List, false, 'Ctrl+Shift+8'),
    kindTool('nomor', 'editor.kind.nomor', ListOrdered, false, 'Ctrl+Shift+7'),
    kindTool('kutipan', 'editor.kind.kutipan', Quote, true),
    kindTool('tabel', 'editor.kind.tabel', Table2, true),
    {
      id: 'indikator',
      label: 'editor.kind.indikator',
      icon: Gauge,
      keys: '#',
      run: (desk, surface) => {
        if (surface && desk.directory.indicators.length > 0) askIndicator(surface.editor.view)
      },
    },
  ],
  [
    markTool('bold', 'editor.mark.bold', Bold, 'Ctrl+B'),
    markTool('italic', 'editor.mark.italic', Italic, 'Ctrl+I'),
    markTool('underline', 'editor.mark.underline', Underline, 'Ctrl+U'),
    {
      id: 'link',
      label: 'editor.mark.link',
      icon: Link2,
      keys: 'Ctrl+Shift+K',
      pressed: format => format.link !== null,
      run: (desk, surface) => {
        const view = surface?.editor.view
        if (view) openLink(desk)(view.state, view.dispatch, view)
      },
    },
  ],
  [
    {
      id: 'undo',
      label: 'editor.undo',
      icon: Undo2,
      keys: 'Ctrl+Z',
      always: format => format.canUndo,
      run: desk => desk.undo.undo(),
    },
    {
      id: 'redo',
      label: 'editor.redo',
      icon: Redo2,
      keys: 'Ctrl+Y',
      always: format => format.canRedo,
      run: desk => desk.undo.redo(),
    },
  ],
]
const COUNT = GROUPS.flat().length

/** Tools for the text in focus. One stop of the Tab key; arrows move within; Escape goes back to the text. */
export function Toolbar() {
  const desk = useDesk()
  const surface = useValue(desk.active)
  const format = useValue(desk.format)
  const [at, setAt] = useState(0)
  const bar = useRef<HTMLDivElement>(null)

  const move = (to: number) => {
    const next = (to + COUNT) % COUNT
    setAt(next)
    bar.current?.querySelectorAll<HTMLButtonElement>('button')[next]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') move(at + 1)
    else if (event.key === 'ArrowLeft') move(at - 1)
    else if (event.key === 'Home') move(0)
    else if (event.key === 'End') move(COUNT - 1)
    else if (event.key === 'Escape' && surface) surface.editor.view.focus()
    else return
    event.preventDefault()
  }

  let index = -1
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={desk.words.t('editor.toolbar')}
      className="nt-toolbar"
      onKeyDown={onKeyDown}
    >
      {GROUPS.map(group => (
        <div key={group[0]?.id} className="nt-toolbar-group">
          {group.map(tool => {
            index++
            const own = index
            const usable = tool.always
              ? tool.always(format)
              : surface !== null && !(tool.itemOnly && surface.kind === 'cell')
            const label = desk.words.lookup(tool.label, tool.id)
            return (
              <button
                key={tool.id}
                type="button"
                className="nt-tool"
                data-tool={tool.id}
                tabIndex={own === at ? 0 : -1}
                aria-label={label}
                title={tool.keys ? `${label} (${tool.keys})` : label}
                aria-disabled={!usable}
                aria-pressed={tool.pressed ? surface !== null && tool.pressed(format) : undefined}
                // The text keeps the focus, and a phone its keyboard.
                onMouseDown={event => event.preventDefault()}
                onFocus={() => setAt(own)}
                onClick={event => {
                  if (!usable) return
                  tool.run(desk, surface)
                  // By keyboard the focus stays here; by pointer it never left the text.
                  if (event.detail !== 0 && tool.id !== 'link' && tool.id !== 'tabel')
                    surface?.editor.view.focus()
                }}
              >
                <tool.icon aria-hidden size={18} />
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}
