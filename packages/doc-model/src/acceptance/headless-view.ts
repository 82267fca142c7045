import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { LineBinding } from '../binding/line-binding'
import { type LineSyncOptions, lineSync } from '../binding/line-sync'
import { notulaSchema } from '../schema'

/** An editor without a DOM: state, dispatch and plugin views, which is all the binding asks for. */
export class HeadlessView {
  state: EditorState
  composing = false
  /** Transactions dispatched, the binding's own ones too. */
  readonly dispatched: Transaction[] = []
  readonly binding: LineBinding
  private readonly pluginViews

  constructor(text: Y.Text, options: LineSyncOptions = {}) {
    const plugin = lineSync(text, options)
    this.binding = plugin.binding
    this.state = EditorState.create({ schema: notulaSchema, plugins: [plugin] })
    const view = this as unknown as EditorView
    this.pluginViews = this.state.plugins.flatMap(p => p.spec.view?.(view) ?? [])
  }

  readonly dispatch = (tr: Transaction): void => {
    const before = this.state
    this.dispatched.push(tr)
    this.state = before.apply(tr)
    for (const pluginView of this.pluginViews ?? [])
      pluginView.update?.(this as unknown as EditorView, before)
  }

  run(command: Command): boolean {
    return command(this.state, this.dispatch)
  }

  select(anchor: number, head = anchor): this {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, anchor, head)))
    return this
  }

  /** Position right behind the first `words`. */
  behind(words: string): number {
    return this.before(words) + words.length
  }

  before(words: string): number {
    let found = -1
    this.state.doc.forEach((line, pos) => {
      const at = line.textBetween(0, line.content.size, undefined, '\ufffc').indexOf(words)
      if (found < 0 && at >= 0) found = pos + 1 + at
    })
    if (found < 0) throw new Error(`no "${words}" in ${this.words().join(' | ')}`)
    return found
  }

  type(words: string, at: number = this.state.selection.from): this {
    this.select(at)
    for (const letter of words) this.dispatch(this.state.tr.insertText(letter, this.state.selection.from))
    return this
  }

  /** The words of every line. */
  words(): string[] {
    return this.lines().map(line => line.textContent)
  }

  lines(): Node[] {
    const lines: Node[] = []
    this.state.doc.forEach(line => void lines.push(line))
    return lines
  }

  /** Kind and words of every line, e.g. `butir:satu`. */
  kinds(): string[] {
    return this.lines().map(line => `${line.attrs.kind}:${line.textContent}`)
  }

  destroy(): void {
    for (const pluginView of this.pluginViews) pluginView.destroy?.()
  }
}
