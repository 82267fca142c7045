// "/" and "@": a list of choices at the caret. Synchronous, so that "/k" Enter works as fast as anyone types; the
// list itself is drawn by React from `desk.choices`. Focus stays in the text (aria-activedescendant).
import type { EditorState } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Choice, Desk } from '../desk/desk'

export interface Trigger {
  /** Must end with the caret; group 1 is what stands before the sign, group 2 the query. */
  pattern: RegExp
  label: string
  listId: string
  choices(query: string): readonly Choice[]
  /** Replaces `from`..`to` (sign and query). */
  pick(view: EditorView, choice: Choice, from: number, to: number): void
  /** Whether the list stays open without a match, saying so. */
  keepEmpty?: boolean
}

interface Open {
  trigger: Trigger
  from: number
  to: number
  query: string
  choices: readonly Choice[]
}

/** What stands open at the caret of `state`, by the text alone. */
export function matchTrigger(state: EditorState, triggers: readonly Trigger[]): Omit<Open, 'choices'> | null {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1) return null
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 60),
    $from.parentOffset,
    undefined,
    '\uFFFC',
  )
  for (const trigger of triggers) {
    const match = trigger.pattern.exec(before)
    if (!match) continue
    const query = match[2] ?? ''
    return { trigger, query, from: $from.pos - query.length - 1, to: $from.pos }
  }
  return null
}

export function triggers(desk: Desk, list: readonly Trigger[]): Plugin {
  let open: Open | null = null
  let selected = 0
  /** Where the sign stands that Escape has sent away; typing elsewhere forgets it. */
  let dismissed: number | null = null

  const close = (view: EditorView) => {
    if (!open) return
    open = null
    desk.choices.set(null)
    view.dom.removeAttribute('aria-controls')
    view.dom.removeAttribute('aria-activedescendant')
  }

  const pick = (view: EditorView, index: number) => {
    const chosen = open?.choices[index]
    if (!open || !chosen) return
    const { trigger, from, to } = open
    close(view)
    trigger.pick(view, chosen, from, to)
  }

  const publish = (view: EditorView) => {
    if (!open) return
    const { left, top, bottom } = view.coordsAtPos(open.from)
    const { trigger, choices } = open
    desk.choices.set({
      label: trigger.label,
      rect: { left, top, bottom },
      listId: trigger.listId,
      choices,
      selected,
      pick: index => pick(view, index),
    })
    view.dom.setAttribute('aria-controls', trigger.listId)
    const active = choices[selected]
    if (active) view.dom.setAttribute('aria-activedescendant', `${trigger.listId}-${active.id}`)
    else view.dom.removeAttribute('aria-activedescendant')
  }

  return new Plugin({
    view: () => ({
      update(view, previous) {
        if (view.state.doc.eq(previous.doc) && view.state.selection.eq(previous.selection)) return
        if (!view.editable || !view.hasFocus()) return close(view)
        const match = matchTrigger(view.state, list)
        if (!match) {
          dismissed = null
          return close(view)
        }
        // Only writing opens the list; a caret that merely passes by an old "/k" does not.
        if (match.from === dismissed || (!open && view.state.doc.eq(previous.doc))) return close(view)
        const choices = match.trigger.choices(match.query)
        if (choices.length === 0 && !match.trigger.keepEmpty) return close(view)
        if (!open || open.query !== match.query) selected = 0
        open = { ...match, choices }
        publish(view)
      },
      destroy() {
        if (open) desk.choices.set(null)
        open = null
      },
    }),
    props: {
      handleKeyDown(view, event) {
        if (!open) return false
        const count = open.choices.length
        if (event.key === 'Escape') {
          dismissed = open.from
          close(view)
          return true
        }
        if (count === 0) return false
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          selected = (selected + (event.key === 'ArrowDown' ? 1 : count - 1)) % count
          publish(view)
          return true
        }
        if (event.key === 'Enter' || event.key === 'Tab') {
          pick(view, selected)
          return true
        }
        return false
      },
      handleDOMEvents: {
        blur(view) {
          close(view)
          return false
        },
      },
    },
  })
}
