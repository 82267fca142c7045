// What every surface (an item's text, a table's cell, a title) and every piece of chrome on one page share.
// Invariants:
// 1. One desk per open document; surfaces register under the name of their root Y.Text, and only while on screen.
// 2. `active` is the last surface that had the focus; the toolbar acts on it, so pressing a button never loses it.
// 3. Nothing here writes the document except through `doc.transact(…, desk.origin)` or a surface's own binding.
import type { Pointed } from '@mufakat/doc-model'
import type { Words } from '@mufakat/i18n'
import type { LiveDocument, Present } from '@mufakat/live'
import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { type FigureTextById, NO_FIGURES } from '../figures'
import { createNikWatch, type NikWatch } from '../nik/watch'
import type { EditorRemark } from '../remarks/remark'
import { type Signal, signal } from '../signal'
import { NO_WORK, type WorkByLine } from '../work'
import { type Format, NO_FORMAT, sameFormat } from './format'

export interface Opd {
  id: string
  name: string
  shortName: string
}

export interface DirectoryPerson {
  id: string
  name: string
  opd: string | null
}

export interface IndicatorName {
  id: string
  name: string
  unit: string
  programme: string
}

export interface Directory {
  opds: readonly Opd[]
  people: readonly DirectoryPerson[]
  /** Those that may be named; empty: whoever is here names none. */
  indicators: readonly IndicatorName[]
}

/** A mounted text: its root Y.Text's name and the editor over it. */
export interface Surface {
  readonly name: string
  readonly editor: Editor
  /** Cells hold lines but no tables. */
  readonly kind: 'item' | 'cell'
  /** Draws the others' carets again. */
  drawCarets(): void
  /** Where a caret's relative position stands in this surface now, or null. */
  place(relative: unknown): number | null
}

export interface MenuEntry {
  label: string
  run?: () => void
  disabled?: boolean
  danger?: boolean
  /** Opens another list in the same place. */
  entries?: MenuEntry[]
}

export interface MenuState {
  anchor: HTMLElement
  label: string
  entries: MenuEntry[]
}

export interface ChoiceState {
  label: string
  /** Where the trigger character stands, in viewport pixels. */
  rect: { left: number; top: number; bottom: number }
  listId: string
  choices: readonly Choice[]
  selected: number
  pick(index: number): void
}

export interface Choice {
  id: string
  title: string
  hint: string
  icon: string
}

export interface Toast {
  text: string
  undo: (() => void) | null
}

/** What stands beside the text, as the page around the desk knows it. */
export interface DeskRemarks {
  /** Those that are open. */
  readonly list: Signal<readonly EditorRemark[]>
  /** Asks what is to be said about something; null: who is here may say nothing. */
  readonly point: ((pointed: Pointed) => void) | null
  /** Shows one. */
  open(id: string): void
}

export interface Desk {
  readonly doc: Y.Doc
  readonly words: Words
  readonly directory: Directory
  /** Origin of what the chrome itself writes (titles, tables, order of items); part of undo. */
  readonly origin: unknown
  readonly undo: Y.UndoManager
  /** Texts take edits; of somebody who may write in some items only, the texts of these. */
  readonly editable: Signal<boolean>
  /** The agenda itself does: titles, order, minutes, presenters. */
  readonly agenda: Signal<boolean>
  /** The only items whose texts this person may write in; null: all. */
  readonly items: readonly string[] | null
  readonly surfaces: Map<string, Surface>
  readonly active: Signal<Surface | null>
  readonly format: Signal<Format>
  readonly presence: Signal<readonly Present[]>
  readonly choices: Signal<ChoiceState | null>
  readonly menu: Signal<MenuState | null>
  readonly link: Signal<{ href: string; rect: { left: number; top: number; bottom: number } } | null>
  readonly toast: Signal<Toast | null>
  readonly remarks: DeskRemarks
  /** How far the work of lines is. */
  readonly work: Signal<WorkByLine>
  /** What indicators stand at. */
  readonly figures: Signal<FigureTextById>
  /** Numbers that look like a NIK, in every text. */
  readonly nik: NikWatch
  /** True while a mouse button or finger is down anywhere. */
  readonly pointerHeld: Signal<boolean>
  /** Sentences for the polite live region. */
  readonly spoken: Signal<string>
  /** One's own key in presence; null while not connected. */
  self(): string | null
  /** Tells the room where this person's caret is. */
  sendCaret(caret: { text: string; anchor: unknown; head: unknown } | null): void
  /** Asks what an indicator stands at that the text names and nobody has said yet. */
  wantFigure(id: string): void
  register(surface: Surface): () => void
}

export interface DeskOptions {
  doc: Y.Doc
  words: Words
  directory: Directory
  undo: Y.UndoManager
  items: readonly string[] | null
  origin: unknown
  sendCaret: Desk['sendCaret']
  self: Desk['self']
  remarks: DeskRemarks
  wantFigure: Desk['wantFigure']
}

export function createDesk(options: DeskOptions): Desk {
  const surfaces = new Map<string, Surface>()
  const active = signal<Surface | null>(null)
  const format = signal<Format>(NO_FORMAT, sameFormat)
  const { undo } = options
  const stacks = () => format.set({ ...format.get(), canUndo: undo.canUndo(), canRedo: undo.canRedo() })
  // The undo manager is the desk's: its listeners go when it is destroyed.
  undo.on('stack-item-added', stacks)
  undo.on('stack-item-popped', stacks)
  undo.on('stack-cleared', stacks)
  return {
    ...options,
    editable: signal(false),
    agenda: signal(false),
    surfaces,
    active,
    format,
    presence: signal<readonly Present[]>([]),
    choices: signal<ChoiceState | null>(null),
    menu: signal<MenuState | null>(null),
    link: signal<{ href: string; rect: { left: number; top: number; bottom: number } } | null>(null),
    toast: signal<Toast | null>(null),
    work: signal(NO_WORK),
    figures: signal(NO_FIGURES),
    nik: createNikWatch(),
    spoken: signal(''),
    pointerHeld: signal(false),
    register(surface) {
      surfaces.set(surface.name, surface)
      return () => {
        if (surfaces.get(surface.name) === surface) surfaces.delete(surface.name)
        if (active.get() === surface) active.set(null)
      }
    },
  }
}

/** The same desk with the agenda's lock on everything: for what is not theirs to whom some items were given. */
export const heldDesk = (desk: Desk): Desk =>
  desk.items === null ? desk : { ...desk, editable: desk.agenda }

// What the page around the desk brings along.

export interface UnsentProps {
  words: Words
  live: LiveDocument
  /** Whether it can be put back now. */
  canWrite: boolean
}

export interface SignInAgainProps {
  words: Words
  open: boolean
  onClose: () => void
  /** Somebody has signed in; whether it is the right person, the document finds out. */
  onSignedIn: () => void
  /** Somebody else has signed in meanwhile. */
  asOther: boolean
}
