// "- ", "1. ", "# " at the start of a line set its kind. They delete what was typed and set attributes; they never
// build nodes (notula-model.md, rule 7), and never fire while a composition runs.
import { type EditorState, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { kindOf } from './line-commands'

interface LineRule {
  pattern: RegExp
  kind: string
  level?: (match: RegExpExecArray) => number
}

const LINE_RULES: readonly LineRule[] = [
  { pattern: /^[-*•]$/, kind: 'butir' },
  { pattern: /^(\d{1,3}[.)]|[a-z][.)])$/, kind: 'nomor' },
  { pattern: /^(#{1,3})$/, kind: 'judul', level: match => (match[1]?.length ?? 1) - 1 },
  { pattern: /^>$/, kind: 'kutipan' },
]

/** What a space typed at the end of `text`, all that stands before the caret in its line, asks for. */
export function lineRuleFor(text: string): { kind: string; level: number } | null {
  for (const rule of LINE_RULES) {
    const match = rule.pattern.exec(text)
    if (match) return { kind: rule.kind, level: rule.level?.(match) ?? 0 }
  }
  return null
}

/** The transaction for a space typed at the caret, or null when no rule applies. */
export function applyLineRule(state: EditorState) {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || kindOf($from.parent) !== 'paragraf') return null
  if ($from.parentOffset > 4) return null
  const found = lineRuleFor($from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC'))
  if (!found) return null
  const tr = state.tr.delete($from.start(), $from.pos)
  const pos = $from.before()
  tr.setNodeAttribute(pos, 'kind', found.kind)
  if (found.level > 0) tr.setNodeAttribute(pos, 'level', found.level)
  return tr
}

export function lineRules(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view: EditorView, _from: number, _to: number, text: string) {
        if (text !== ' ' || view.composing) return false
        const tr = applyLineRule(view.state)
        if (!tr) return false
        view.dispatch(tr)
        return true
      },
    },
  })
}
