// For tests only: texts as short strings. A line is `kind.level:words`, `|` the caret; kinds by their first letters.
import { notulaSchema } from '@mufakat/doc-model'
import type { Node as PmNode } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'

export interface TestLine {
  kind?: string
  level?: number
  words?: string
  id?: string
  attrs?: Record<string, string>
}

/** A state of these lines; `|` in one of the words is the caret, two of them a selection. */
export function stateOf(lines: readonly TestLine[]): EditorState {
  const marks: number[] = []
  let pos = 0
  const nodes = lines.map((line, i) => {
    const id = line.id ?? `l${i + 1}`
    const parts = (line.words ?? '').split('|')
    let at = pos + 1
    for (const part of parts.slice(0, -1)) {
      at += part.length
      marks.push(at)
    }
    const words = parts.join('')
    pos += words.length + 2
    return notulaSchema.nodes.line.create(
      { ...line.attrs, id, kind: line.kind ?? 'paragraf', level: line.level ?? 0 },
      words === '' ? [] : [notulaSchema.text(words)],
    )
  })
  const doc = notulaSchema.nodes.doc.create(null, nodes)
  const [anchor = 1, head = anchor] = marks
  return EditorState.create({ doc, selection: TextSelection.create(doc, anchor, head) })
}

function lineOf(node: PmNode): string {
  const level = node.attrs.level === 0 ? '' : `.${String(node.attrs.level)}`
  const kind = node.attrs.kind === 'paragraf' && level === '' ? '' : `${String(node.attrs.kind)}${level}:`
  return `${kind}${node.textBetween(0, node.content.size, '', leaf => `{${String(leaf.attrs.label ?? '?')}}`)}`
}

/** The lines as strings, with the caret. */
export function shown(state: EditorState): string[] {
  const { selection } = state
  const lines = state.doc.content.content.map(lineOf)
  if (selection instanceof TextSelection && selection.empty) {
    const { $from } = selection
    const i = $from.index(0)
    const node = state.doc.child(i)
    const words = lines[i] ?? ''
    const at = words.length - node.content.size + $from.parentOffset
    lines[i] = `${words.slice(0, at)}|${words.slice(at)}`
  }
  return lines
}

export function ids(state: EditorState): (string | null)[] {
  return state.doc.content.content.map(node => (typeof node.attrs.id === 'string' ? node.attrs.id : null))
}

export function run(state: EditorState, command: Command): EditorState {
  let next = state
  command(state, tr => {
    next = state.apply(tr)
  })
  return next
}
