// The notula's schema as TipTap extensions. The list of nodes, attributes and marks is doc-model's alone; this file
// adds only how they stand in HTML on the clipboard (on screen a node view draws the line).
import { Extension, type Extensions, Mark, Node } from '@tiptap/core'
import type {
  AttributeSpec,
  Attrs,
  DOMOutputSpec,
  MarkSpec,
  NodeSpec,
  Node as PmNode,
} from '@tiptap/pm/model'
import type { Plugin } from '@tiptap/pm/state'

interface SchemaSpec {
  nodes: Record<string, NodeSpec>
  marks: Record<string, MarkSpec>
}

const MARK_TAGS: Record<string, string> = { bold: 'strong', italic: 'em', underline: 'u' }

/** Attributes of a line that travel with it over the clipboard. */
const LINE_DATA = ['owner', 'jabatan', 'tenggat', 'prioritas', 'strategi', 'file'] as const

/** A line on the clipboard: a tag that Word and mail understand, and data attributes that we read back. */
function clipboardLine(attrs: Attrs): DOMOutputSpec {
  const kind = String(attrs.kind ?? 'paragraf')
  const data: Record<string, string> = { 'data-kind': kind, 'data-level': String(attrs.level ?? 0) }
  if (typeof attrs.id === 'string') data['data-line'] = attrs.id
  for (const key of LINE_DATA) if (typeof attrs[key] === 'string') data[`data-${key}`] = attrs[key]
  if (kind === 'judul') return ['h3', data, 0]
  if (kind === 'kutipan') return ['blockquote', data, 0]
  if (kind === 'butir' || kind === 'nomor') return ['li', data, 0]
  return ['p', data, 0]
}

/** What an embed of a newer version is called: its first key. */
function embedName(json: unknown): string {
  try {
    return Object.keys(JSON.parse(String(json)))[0] ?? '?'
  } catch {
    return '?'
  }
}

function nodeHtml(name: string, node: PmNode, unknown: (kind: string) => string): DOMOutputSpec {
  if (name === 'line') return clipboardLine(node.attrs)
  if (name === 'mention') {
    return ['span', mentionAttributes(node.attrs), `@${String(node.attrs.label ?? '')}`]
  }
  if (name === 'indicator') {
    const { id, label } = node.attrs
    const data = { 'data-id': String(id ?? ''), 'data-label': String(label ?? '') }
    return ['span', { class: 'nt-angka', ...data }, String(label ?? '')]
  }
  const { json } = node.attrs
  return ['span', { class: 'nt-unknown-embed', 'data-embed': String(json ?? '') }, unknown(embedName(json))]
}

function mentionAttributes(attrs: Attrs): Record<string, string> {
  return {
    class: 'nt-mention',
    'data-kind': String(attrs.kind ?? ''),
    'data-id': String(attrs.id ?? ''),
    'data-label': String(attrs.label ?? ''),
  }
}

/** TipTap's attribute records from a ProseMirror spec; what is drawn is decided in renderHTML alone. */
function attributes(specs: Record<string, AttributeSpec> | null | undefined) {
  return Object.fromEntries(
    Object.entries(specs ?? {}).map(([name, spec]) => [
      name,
      'default' in spec ? { default: spec.default, rendered: false } : { isRequired: true, rendered: false },
    ]),
  )
}

function nodeExtension(name: string, spec: NodeSpec, unknown: (kind: string) => string): Node {
  return Node.create({
    name,
    topNode: name === 'doc',
    ...(spec.content === undefined ? {} : { content: spec.content }),
    ...(spec.group === undefined ? {} : { group: spec.group }),
    ...(spec.marks === undefined ? {} : { marks: spec.marks }),
    ...(spec.inline === undefined ? {} : { inline: spec.inline }),
    ...(spec.atom === undefined ? {} : { atom: spec.atom }),
    ...(spec.selectable === undefined ? {} : { selectable: spec.selectable }),
    ...(spec.isolating === undefined ? {} : { isolating: spec.isolating }),
    ...(spec.defining === undefined ? {} : { defining: spec.defining }),
    ...(spec.whitespace === undefined ? {} : { whitespace: spec.whitespace }),
    addAttributes: () => attributes(spec.attrs),
    ...(name === 'doc' || name === 'text'
      ? {}
      : { renderHTML: ({ node }: { node: PmNode }) => nodeHtml(name, node, unknown) }),
  })
}

function markExtension(name: string, spec: MarkSpec): Mark {
  return Mark.create({
    name,
    ...(spec.inclusive === undefined ? {} : { inclusive: spec.inclusive }),
    ...(spec.excludes === undefined ? {} : { excludes: spec.excludes }),
    ...(spec.group === undefined ? {} : { group: spec.group }),
    addAttributes: () => attributes(spec.attrs),
    renderHTML: ({ mark }) => {
      if (name === 'link') {
        return [
          'a',
          {
            class: 'nt-link',
            href: safeHref(mark.attrs.href) ?? '',
            rel: 'noopener noreferrer nofollow',
            target: '_blank',
          },
          0,
        ]
      }
      const tag = MARK_TAGS[name]
      return tag ? [tag, 0] : ['span', { class: 'nt-unknown-mark' }, 0]
    },
  })
}

/** Only addresses a reader may safely follow; a bare "dinas.go.id/x" becomes https. Null when it is neither. */
export function safeHref(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const href = value.trim()
  if (/^(https?:\/\/|mailto:|tel:)/i.test(href)) return href
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href === '' || /\s/.test(href)) return null
  return href.includes('.') && !href.startsWith('/') ? `https://${href}` : null
}

/** `unknown` says in words that there is content of a newer version, by its kind. */
export function schemaExtensions(spec: SchemaSpec, unknown: (kind: string) => string): Extensions {
  return [
    ...Object.entries(spec.nodes).map(([name, node]) => nodeExtension(name, node, unknown)),
    ...Object.entries(spec.marks).map(([name, mark]) => markExtension(name, mark)),
  ]
}

/** A set of ProseMirror plugins as one TipTap extension; earlier extensions see keys first. */
export function pluginExtension(name: string, plugins: () => Plugin[], priority = 100): Extension {
  return Extension.create({ name, priority, addProseMirrorPlugins: plugins })
}
