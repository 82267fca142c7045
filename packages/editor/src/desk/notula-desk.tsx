// The notula on a page, once its document is loaded whole. Drawn from the document alone; it writes nothing by itself.
import {
  createUndo,
  type Item,
  isNewerThanThisBuild,
  LOCAL_EDIT,
  listItems,
  subscribeItems,
} from '@mufakat/doc-model'
import type { Words } from '@mufakat/i18n'
import type { Json, LiveDocument } from '@mufakat/live'
import { useToast } from '@mufakat/ui'
import { Plus } from 'lucide-react'
import {
  type ComponentType,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { FigureTextById } from '../figures'
import { NikNotice } from '../nik/notice'
import { keepCaretLineStill } from '../people/scroll-anchor'
import type { RemarksPort } from '../remarks/port'
import type { EditorRemark } from '../remarks/remark'
import { signal } from '../signal'
import type { Replacement } from '../use-live-document'
import type { WorkByLine } from '../work'
import { addBelow } from './agenda-order'
import { AgendaSum } from './agenda-sum'
import { ChoiceList } from './choice-list'
import {
  createDesk,
  type Desk,
  type Directory,
  heldDesk,
  type SignInAgainProps,
  type UnsentProps,
} from './desk'
import { DeskContext, useValue } from './hooks'
import { ItemSection } from './item-section'
import { LinkWindow } from './link-window'
import { MenuHost } from './menu-host'
import { Replaced } from './replaced'
import { SaveHelp, StatusBar } from './status-bar'
import { useKeyboardInset } from './use-keyboard-inset'
import { useLeaveGuard } from './use-save'

export interface NotulaDeskProps {
  /** Ready: its document is loaded whole. */
  live: LiveDocument
  replacement: Replacement
  /** How far somebody had scrolled what stood here before; null or left out: nothing did. */
  readTo?: { current: number | null }
  words: Words
  directory: Directory
  /** Id of the person at this screen. */
  self: string
  notulisId: string | null
  /** What the rapat allows; what the server allows now comes from `live`. */
  canWrite: boolean
  /** The only agenda items this person may write in; null: all. */
  writableItems: readonly string[] | null
  /** Planned length of the rapat, minutes. */
  plannedMinutes: number | null
  itemNote: ((itemId: string) => ReactNode) | undefined
  Unsent: ComponentType<UnsentProps>
  SignInAgain: ComponentType<SignInAgainProps>
  remarks?: RemarksPort
  work?: WorkByLine
  figures?: FigureTextById
  onIndicator?: (id: string) => void
}

function useItems(desk: Desk): readonly Item[] {
  const store = useMemo(() => {
    let items = listItems(desk.doc)
    return {
      get: () => items,
      subscribe: (listener: () => void) =>
        subscribeItems(desk.doc, () => {
          items = listItems(desk.doc)
          listener()
        }),
    }
  }, [desk])
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

function Agenda({
  desk,
  plannedMinutes,
  itemNote,
}: { desk: Desk } & Pick<NotulaDeskProps, 'plannedMinutes' | 'itemNote'>) {
  const { words } = desk
  const items = useItems(desk)
  const editable = useValue(desk.agenda)
  const held = useMemo(() => heldDesk(desk), [desk])
  const presenters = useMemo(
    () => [...new Set(items.flatMap(item => (item.presenter === null ? [] : [item.presenter])))],
    [items],
  )
  const list = useRef<HTMLDivElement>(null)
  const [added, setAdded] = useState<string | null>(null)

  useEffect(() => {
    if (added === null) return
    list.current?.querySelector<HTMLElement>(`[data-item="${added}"] .nt-title-field`)?.focus()
    setAdded(null)
  }, [added])

  return (
    <>
      <div className="nt-doc" ref={list}>
        {items.length === 0 && <p className="nt-none">{words.t('editor.item.empty')}</p>}
        {items.map((item, place) => (
          <ItemSection
            key={item.id}
            item={item}
            held={held}
            place={place}
            total={items.length}
            presenters={presenters}
            note={itemNote?.(item.id)}
            onAdded={setAdded}
          />
        ))}
      </div>
      <div className="nt-foot">
        {editable && (
          <button
            type="button"
            className="nt-button"
            onClick={() => setAdded(addBelow(desk, items.at(-1)?.id))}
          >
            <Plus aria-hidden size={18} /> {words.t('editor.item.add')}
          </button>
        )}
        <AgendaSum items={items} plannedMinutes={plannedMinutes} words={words} />
      </div>
    </>
  )
}

/** Sentences for screen readers, merged: one region, the newest sentence. */
function Spoken({ desk }: { desk: Desk }) {
  return (
    <p className="nt-unseen" aria-live="polite">
      {useValue(desk.spoken)}
    </p>
  )
}

function Notice({ desk, live }: { desk: Desk; live: LiveDocument }) {
  const access = useValue(live.access)
  const save = useValue(live.save)
  const asOf = useValue(live.asOf)
  if (isNewerThanThisBuild(desk.doc))
    return <p className="nt-notice">{desk.words.t('editor.read-only.newer')}</p>
  if (asOf !== null) {
    const time = desk.words.dateTime(new Date(asOf))
    return <p className="nt-notice">{desk.words.t('editor.offline-start', { time })}</p>
  }
  if (access === 'read' || save.kind === 'read-only')
    return <p className="nt-notice">{desk.words.t('editor.read-only')}</p>
  return null
}

function Kept({
  desk,
  live,
  Unsent,
}: {
  desk: Desk
  live: LiveDocument
  Unsent: ComponentType<UnsentProps>
}) {
  return <Unsent words={desk.words} live={live} canWrite={useValue(desk.editable)} />
}

function Toasts({ desk }: { desk: Desk }) {
  const show = useToast()
  useEffect(
    () =>
      desk.toast.subscribe(() => {
        const toast = desk.toast.get()
        if (!toast) return
        show({ text: toast.text, ...(toast.undo ? { undo: toast.undo } : {}) })
        desk.toast.set(null)
      }),
    [desk, show],
  )
  return null
}

/** Keeps the remarks that the texts show in step with those of the page, and the page with what it is told of. */
function useRemarks(desk: Desk | null, live: LiveDocument, port: RemarksPort | undefined) {
  const list = port?.list
  useEffect(() => {
    if (list) desk?.remarks.list.set(list)
  }, [desk, list])
  const noted = port?.noted
  useEffect(() => (noted ? live.noted.subscribe(noted) : undefined), [live, noted])
}

/** Keeps what the texts say of the work in step with the page. */
function useWork(desk: Desk | null, work: WorkByLine | undefined) {
  useEffect(() => {
    if (work) desk?.work.set(work)
  }, [desk, work])
}

/** Keeps what the texts say of indicators in step with the page. */
function useFigures(desk: Desk | null, figures: FigureTextById | undefined) {
  useEffect(() => {
    if (figures) desk?.figures.set(figures)
  }, [desk, figures])
}

/** Keeps what the desk may do in step with what the server allows. */
function useEditable(desk: Desk | null, live: LiveDocument, canWrite: boolean) {
  useEffect(() => {
    if (!desk) return
    const judge = () => {
      const { kind } = live.save.get()
      const isOpen =
        canWrite &&
        live.access.get() === 'write' &&
        kind !== 'failed' &&
        kind !== 'signed-out' &&
        kind !== 'read-only' &&
        !isNewerThanThisBuild(desk.doc)
      desk.editable.set(isOpen)
      desk.agenda.set(isOpen && desk.items === null)
    }
    judge()
    const stops = [live.save.subscribe(judge), live.access.subscribe(judge)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [desk, live, canWrite])
}

function usePointerHeld(desk: Desk | null) {
  useEffect(() => {
    if (!desk) return
    const down = () => desk.pointerHeld.set(true)
    const up = () => desk.pointerHeld.set(false)
    const listeners = { pointerdown: down, pointerup: up, pointercancel: up, dragend: up } as const
    for (const [type, listener] of Object.entries(listeners)) document.addEventListener(type, listener, true)
    window.addEventListener('blur', up)
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        document.removeEventListener(type, listener, true)
      window.removeEventListener('blur', up)
    }
  }, [desk])
}

export function NotulaDesk(props: NotulaDeskProps) {
  const { live, words, directory, self, notulisId, canWrite, plannedMinutes, readTo } = props
  // By what it says, not by which list says it: a page that loads anew keeps its desk.
  const given = props.writableItems === null ? null : props.writableItems.join(' ')
  // Asked when it is needed: the people of a page that loads anew are no reason to take the caret and what can be undone.
  const known = useRef(directory)
  known.current = directory
  const [desk, setDesk] = useState<Desk | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const want = useRef(props.onIndicator)
  want.current = props.onIndicator
  const port = useRef(props.remarks)
  port.current = props.remarks
  useLeaveGuard(live.save)
  useKeyboardInset(root)

  // Before the first paint, so that the placeholder's height is never given up for a frame.
  useLayoutEffect(() => {
    const undo = createUndo(live.doc)
    const made = createDesk({
      doc: live.doc,
      words,
      directory: {
        get opds() {
          return known.current.opds
        },
        get people() {
          return known.current.people
        },
        get indicators() {
          return known.current.indicators
        },
      },
      undo,
      items: given === null ? null : given.split(' '),
      origin: LOCAL_EDIT,
      self: () => live.sessionKey.get(),
      // The wire takes JSON; relative positions are.
      sendCaret: caret => live.setCaret(caret as Json),
      remarks: {
        list: signal<readonly EditorRemark[]>([]),
        get point() {
          return port.current?.point ?? null
        },
        open: id => port.current?.open(id),
      },
      wantFigure: id => want.current?.(id),
    })
    made.presence.set(live.presence.get())
    const stop = live.presence.subscribe(() => made.presence.set(live.presence.get()))
    setDesk(made)
    return () => {
      stop()
      live.setCaret(null)
      undo.destroy()
      setDesk(null)
    }
  }, [live, words, given])

  // The texts are measured while they are drawn, when the page is short: it goes back to where somebody was reading.
  useLayoutEffect(() => {
    if (!desk || !readTo || readTo.current === null) return
    window.scrollTo({ top: readTo.current, behavior: 'instant' })
    readTo.current = null
  }, [desk, readTo])

  useEditable(desk, live, canWrite)
  usePointerHeld(desk)
  useRemarks(desk, live, props.remarks)
  useWork(desk, props.work)
  useFigures(desk, props.figures)

  useEffect(() => {
    if (!desk || !root.current) return
    return keepCaretLineStill(root.current, desk.doc)
  }, [desk])

  return (
    <div ref={root} className="nt-desk">
      {desk && (
        <DeskContext.Provider value={desk}>
          <StatusBar
            live={live}
            self={self}
            notulisId={notulisId}
            mayRemark={Boolean(props.remarks?.point)}
          />
          {props.replacement === 'opening' || props.replacement === 'done' ? (
            <Replaced key={props.replacement} isOpening={props.replacement === 'opening'} words={words} />
          ) : (
            <SaveHelp live={live} SignInAgain={props.SignInAgain} />
          )}
          <Notice desk={desk} live={live} />
          <Kept desk={desk} live={live} Unsent={props.Unsent} />
          <NikNotice />
          <Agenda desk={desk} plannedMinutes={plannedMinutes} itemNote={props.itemNote} />
          <ChoiceList />
          <MenuHost />
          <LinkWindow />
          <Spoken desk={desk} />
          <Toasts desk={desk} />
        </DeskContext.Provider>
      )}
    </div>
  )
}
