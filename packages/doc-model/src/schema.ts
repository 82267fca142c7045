import { Schema } from '@tiptap/pm/model'
import { DEFAULT_KIND, LINE_ATTRS } from './kinds'

// The shape of one text on screen: lines of inline content, nothing nested, nothing required [N14]. Kind and
// level are attributes, so changing them never makes a new node; the text of a table or a picture is its caption. The names below are what `lineSync` relies on;
// an editor may build the same names with its own views.

/** Attributes of `line`. `extra` holds the keys this build does not know, to show; it is never written back. */
export const lineNodeAttrs = {
  id: { default: null },
  kind: { default: DEFAULT_KIND },
  level: { default: 0 },
  ...Object.fromEntries(LINE_ATTRS.map(name => [name, { default: null }])),
  extra: { default: null },
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const notulaSchema = new Schema({
  nodes: {
    doc: { content: 'line*' },
    line: {
      content: 'inline*',
      attrs: lineNodeAttrs,
      parseDOM: [
        {
          tag: 'p[data-kind]',
          getAttrs: dom => ({ kind: dom.getAttribute('data-kind'), level: Number(dom.dataset.level ?? 0) }),
        },
        { tag: 'p' },
      ],
      toDOM: node => [
        'p',
        {
          'data-id': text(node.attrs.id),
          'data-kind': text(node.attrs.kind),
          'data-level': String(node.attrs.level),
        },
        0,
      ],
    },
    text: { group: 'inline' },
    mention: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { kind: { default: 'person' }, id: { default: '' }, label: { default: '' } },
      leafText: node => `@${text(node.attrs.label)}`,
      toDOM: node => ['span', { 'data-mention': text(node.attrs.id) }, `@${text(node.attrs.label)}`],
    },
    indicator: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { id: { default: '' }, label: { default: '' } },
      leafText: node => text(node.attrs.label),
      toDOM: node => ['span', { 'data-indicator': text(node.attrs.id) }, text(node.attrs.label)],
    },
    /** An embed this build does not know: shown as something, kept as it is. [N11] */
    unknown: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { json: { default: 'null' } },
      toDOM: () => ['span', { 'data-unknown': '' }, '▢'],
    },
  },
  marks: {
    link: {
      attrs: { href: { default: '' } },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: dom => ({ href: dom.getAttribute('href') }) }],
      toDOM: mark => ['a', { href: text(mark.attrs.href), rel: 'noopener noreferrer nofollow' }, 0],
    },
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    underline: { parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
    /** A format this build does not know; several may lie on the same words. [N11] */
    unknownMark: {
      attrs: { name: { default: '' }, json: { default: 'true' } },
      excludes: '',
      toDOM: mark => ['span', { 'data-unknown-mark': text(mark.attrs.name) }, 0],
    },
  },
})
