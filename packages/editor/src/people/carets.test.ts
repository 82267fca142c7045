import { createNotulaDoc, isAhead, notulaSchema } from '@mufakat/doc-model'
import type { Json, Present } from '@mufakat/live'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { type CaretSource, carets, drawCarets } from './carets'

/** As much of a view as drawing carets asks for. */
function openView(words: string) {
  const line = notulaSchema.nodes.line.create({ id: 'l1', kind: 'paragraf' }, notulaSchema.text(words))
  const plugin = carets()
  const view = {
    isDestroyed: false,
    composing: false,
    state: EditorState.create({ doc: notulaSchema.nodes.doc.create(null, line), plugins: [plugin] }),
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr)
    },
  }
  return {
    view: view as unknown as EditorView,
    drawn: () =>
      plugin
        .getState(view.state)
        ?.find()
        .map(({ from }) => from) ?? [],
  }
}

it('a caret ahead of its text stays where it was drawn, goes with the text, and moves when its text has come', () => {
  const theirs = createNotulaDoc({ clientId: 1 })
  const text = theirs.getText('item:x')
  text.insert(0, 'satu dua')
  const own = createNotulaDoc({ clientId: 2 })
  const send = () => Y.applyUpdate(own, Y.encodeStateAsUpdate(theirs))
  send()
  const caretAt = (index: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, -1)) as Json
  let head = caretAt(4)
  const source: CaretSource = {
    name: 'item:x',
    self: () => null,
    present: () => [
      {
        ...{ sessionKey: 's1', personId: 'p', name: 'Ani', opd: null, color: 0 },
        caret: { text: 'item:x', head, anchor: head },
      } satisfies Present,
    ],
    isAhead: relative => isAhead(own, relative),
    place(relative) {
      const found = Y.createAbsolutePositionFromRelativePosition(
        Y.createRelativePositionFromJSON(relative),
        own,
      )
      return found === null ? null : found.index + 1
    },
  }
  const { view, drawn } = openView('satu dua')
  drawCarets(view, source)
  expect(drawn()).toEqual([5])

  text.insert(8, ' tiga')
  head = caretAt(13)
  drawCarets(view, source)
  expect(drawn()).toEqual([5])
  view.dispatch(view.state.tr.insertText('wah ', 1))
  drawCarets(view, source)
  expect(drawn()).toEqual([9])

  send()
  view.dispatch(view.state.tr.delete(1, 5).insertText(' tiga', 9))
  drawCarets(view, source)
  expect(drawn()).toEqual([14])
})
