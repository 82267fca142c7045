import type { EditorView } from '@tiptap/pm/view'
import type { Choice, Desk } from '../desk/desk'
import type { Trigger } from './trigger'

const SHOWN = 8
/** What the gate takes of a name. */
const MAX_LABEL = 200

/** Those whose name begins with the query first, then those where a word does, then those that contain it. */
export function searchIndicators(desk: Pick<Desk, 'directory'>, query: string): Choice[] {
  const wanted = query.trim().toLocaleLowerCase()
  const rank = (haystack: string) =>
    haystack.startsWith(wanted) ? 0 : haystack.includes(` ${wanted}`) ? 1 : haystack.includes(wanted) ? 2 : 3
  return desk.directory.indicators
    .map(one => ({ one, rank: rank(`${one.name} ${one.programme}`.toLocaleLowerCase()) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, SHOWN)
    .map(({ one }) => ({ id: one.id, title: one.name, hint: one.unit, icon: 'indikator' }))
}

/** "#": names an indicator. */
export function indicatorTrigger(desk: Desk): Trigger {
  return {
    // Names have spaces: up to four words, for as long as an indicator of that name exists.
    pattern: /(^|[\s(\uFFFC])#([\p{L}\d.'&/%-]{0,30}(?: [\p{L}\d.'&/%()-]{1,30}){0,3})$/u,
    label: desk.words.t('editor.indicator'),
    listId: 'nt-indicator-list',
    choices: query => searchIndicators(desk, query),
    pick(view, choice, from, to) {
      const node = view.state.schema.nodes.indicator?.create({
        id: choice.id,
        label: choice.title.slice(0, MAX_LABEL),
      })
      if (!node) return
      view.dispatch(view.state.tr.replaceWith(from, to, [node, view.state.schema.text(' ')]).scrollIntoView())
    },
  }
}

/** Opens the list behind the caret, or in the place of what was typed to ask for it. */
export function askIndicator(view: EditorView, place?: { from: number; to: number }): void {
  view.focus()
  const { $to } = view.state.selection
  const { from, to } = place ?? { from: $to.pos, to: $to.pos }
  const before = view.state.doc.textBetween(Math.max(0, from - 1), from, '\n', '\uFFFC')
  const sign = before === '' || /[\s(\uFFFC]/.test(before) ? '#' : ' #'
  view.dispatch(view.state.tr.insertText(sign, from, to).scrollIntoView())
}
