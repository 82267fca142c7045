import type { Node as PmNode } from '@tiptap/pm/model'

/** What stands for a leaf where only words count, as the document's own reading says it. */
export function leafWords({ type, attrs }: PmNode): string {
  if (type.name === 'mention') return `@${String(attrs.label ?? '')}`
  return type.name === 'indicator' ? String(attrs.label ?? '') : ''
}
