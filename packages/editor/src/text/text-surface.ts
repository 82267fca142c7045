// One text with its editor: TipTap over the line binding of doc-model. The editor holds no history, no ids and no
// trailing-line fixer of its own; undo is the desk's, ids are the binding's.
import { isAhead, lineSync, notulaSchema } from '@mufakat/doc-model'
import { Editor } from '@tiptap/core'
import { type EditorState, Plugin, Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Desk, Surface } from '../desk/desk'
import { formatOf } from '../desk/format'
import { nikMarks } from '../nik/marks'
import { clipboard } from '../paste/clipboard'
import { carets, drawCarets } from '../people/carets'
import { drawRemarks, remarkMarks } from '../remarks/marks'
import { remarkCommand } from '../remarks/point'
import { readCaretBeforeKeys, readCaretBeforeRemote } from './caret-sync'
import { hints, openedLine } from './hints'
import { indicatorTrigger } from './indicator'
import { IndicatorView } from './indicator-view'
import { lineRules } from './input-rules'
import { textKeys } from './keys'
import { LineView } from './line-view'
import { mentionTrigger } from './mention'
import type { MountedText, TextOptions } from './mounted-text'
import { pluginExtension, schemaExtensions } from './schema-extensions'
import { slashTrigger } from './slash'
import { triggers } from './trigger'

function nodeViews(desk: Desk, kind: 'item' | 'cell'): Plugin {
  // A table within a table is shown without its cells.
  const mountCell = kind === 'item' ? mountText : null
  return new Plugin({
    props: {
      nodeViews: {
        line: (node, view, getPos) => new LineView(node, view, getPos, desk, mountCell),
        indicator: node => new IndicatorView(node, desk),
      },
    },
  })
}

/** Calls `draw` once in the next frame, however often it is asked. */
function framed(draw: () => void): { ask: () => void; stop: () => void } {
  let frame = 0
  return {
    ask() {
      if (frame) return
      frame = requestAnimationFrame(() => {
        frame = 0
        draw()
      })
    },
    stop() {
      cancelAnimationFrame(frame)
    },
  }
}

export function mountText(options: TextOptions): MountedText {
  const { desk, name, ytext, element, kind } = options
  let label = options.label
  const sync = lineSync(ytext, { undo: desk.undo })
  const attributes = (): Record<string, string> => ({
    class: 'nt-text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    lang: 'id',
    translate: 'no',
  })
  const leave = new Plugin({
    props: {
      handleKeyDown(_view, event) {
        if (event.key !== 'Escape' || !options.leave) return false
        options.leave()
        return true
      },
    },
  })
  const editor = new Editor({
    element,
    extensions: [
      ...schemaExtensions(
        { nodes: specs(notulaSchema.spec.nodes), marks: specs(notulaSchema.spec.marks) },
        kind => desk.words.t('notula.unknown', { kind }),
      ),
      pluginExtension('notula', () => [
        readCaretBeforeKeys(),
        triggers(desk, [slashTrigger(desk, kind), mentionTrigger(desk), indicatorTrigger(desk)]),
        lineRules(),
        ...textKeys(desk, kind, { ...options, remark: remarkCommand(desk, name) }),
        leave,
        clipboard(desk, kind),
        nodeViews(desk, kind),
        carets(),
        remarkMarks(desk),
        nikMarks(desk),
        ...(kind === 'item' ? [hints(desk.words.t('editor.text.placeholder')), openedLine(desk)] : []),
        sync,
      ]),
    ],
    editable: desk.editable.get(),
    editorProps: { attributes: attributes() },
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    coreExtensionOptions: {},
    enableCoreExtensions: {
      keymap: false,
      paste: false,
      drop: false,
      delete: false,
      textDirection: false,
      clipboardTextSerializer: false,
    },
  })
  const { view } = editor

  const surface: Surface = {
    name,
    editor,
    kind,
    drawCarets: () => caretFrame.ask(),
    place: relative => sync.binding.toAbsolute(relative),
  }
  const source = {
    name,
    present: () => desk.presence.get(),
    self: () => desk.self(),
    place: surface.place,
    isAhead: (relative: unknown) => isAhead(desk.doc, relative),
  }
  const caretFrame = framed(() => {
    // Held up by a composition: its end asks again.
    drawCarets(view, source)
    drawRemarks(view, desk, source)
  })

  const isActive = () => desk.active.get() === surface
  const showFormat = (state: EditorState) => desk.format.set(formatOf(state, desk.undo))
  const sendCaret = (at: EditorView) => {
    const { anchor, head } = at.state.selection
    desk.sendCaret({
      text: name,
      anchor: sync.binding.toRelative(anchor),
      head: sync.binding.toRelative(head),
    })
  }
  editor.on('focus', () => {
    desk.active.set(surface)
    showFormat(view.state)
    sendCaret(view)
  })
  editor.on('transaction', ({ transaction }) => {
    if (!isActive()) return
    showFormat(editor.state)
    if (transaction.selectionSet || transaction.docChanged) sendCaret(view)
  })

  const stops = [
    desk.register(surface),
    readCaretBeforeRemote(view, desk.doc),
    desk.presence.subscribe(caretFrame.ask),
    desk.remarks.list.subscribe(caretFrame.ask),
    desk.editable.subscribe(() => editor.setEditable(desk.editable.get(), false)),
  ]
  const afterRemote = (transaction: { local: boolean }) => {
    if (!transaction.local) caretFrame.ask()
  }
  desk.doc.on('afterTransaction', afterRemote)
  view.dom.addEventListener('compositionend', caretFrame.ask)
  caretFrame.ask()

  return {
    relabel(next) {
      if (next === label) return
      label = next
      editor.setOptions({ editorProps: { attributes: attributes() } })
    },
    // TipTap's own focus command waits for a frame; the next key may be faster.
    focusStart: () => focusAt(view, Selection.atStart(view.state.doc)),
    focusEnd: () => focusAt(view, Selection.atEnd(view.state.doc)),
    destroy() {
      caretFrame.stop()
      desk.doc.off('afterTransaction', afterRemote)
      for (const stop of stops) stop()
      editor.destroy()
      view.dom.remove()
    },
  }
}

function focusAt(view: EditorView, selection: Selection) {
  view.focus()
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
}

/** The ordered map of a schema's specs as a plain record. */
function specs<T>(map: { forEach(each: (name: string, spec: T) => void): void }): Record<string, T> {
  const found: Record<string, T> = {}
  map.forEach((name, spec) => {
    found[name] = spec
  })
  return found
}
