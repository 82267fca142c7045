import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { segmentAttrs, segmentKind, segmentLevel } from '../content'
import { canonicalJson, type JsonObject } from '../json'
import { LINE_ATTRS } from '../kinds'
import type { Line } from '../line/layout'
import { type Attrs, isShown, type Piece, type Segment } from '../line/segment'
import { attrsOf, embedOf, inlineNode } from './marks'

/** A line as it stands on screen: what was read when it was drawn, and the node that shows it. */
export interface ShownLine {
  readonly root: Segment
  readonly parts: readonly { readonly segment: Segment; readonly pieces: readonly Piece[] }[]
  node: Node
  readonly revisions: readonly number[]
}

/** One unit of a line: a UTF-16 unit of text, or an embed. */
export interface Unit {
  /** The character, or the canonical spelling of the embed. */
  readonly key: string
  readonly attrs: Attrs
  readonly embed: JsonObject | null
}
/** A unit that stands in Y. */
export interface HeldUnit extends Unit {
  readonly segment: Segment
  readonly pieces: readonly Piece[]
  /** Offset in the segment, the marker counted. */
  readonly offset: number
  readonly client: number
  readonly clock: number
}

export function lineAttrs(root: Segment): Record<string, unknown> {
  const known: Record<string, unknown> = { id: root.id, kind: segmentKind(root), level: segmentLevel(root) }
  for (const name of LINE_ATTRS) known[name] = null
  let extra: Record<string, unknown> | null = null
  for (const [name, value] of Object.entries(segmentAttrs(root))) {
    if (name in known) known[name] = value
    else {
      extra ??= {}
      extra[name] = value
    }
  }
  // A spelled value, so that nodes of the same content are equal.
  known.extra = extra === null ? null : canonicalJson(extra)
  return known
}

function isCurrent(known: ShownLine, { root, parts }: Line): boolean {
  if (known.parts.length !== parts.length || known.node.attrs.id !== root.id) return false
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]
    if (known.parts[i]?.segment !== part || known.revisions[i] !== part?.revision) return false
  }
  return true
}

/** Turns lines into nodes and remembers them for as long as nothing in them changes. */
export class Renderer {
  private readonly made = new WeakMap<Segment, ShownLine>()

  constructor(private readonly schema: Schema) {}

  show(line: Line): ShownLine {
    const known = this.made.get(line.root)
    if (known && isCurrent(known, line)) return known
    const shown: ShownLine = {
      root: line.root,
      parts: line.parts.map(segment => ({ segment, pieces: segment.pieces })),
      revisions: line.parts.map(segment => segment.revision),
      node: this.node(line),
    }
    this.made.set(line.root, shown)
    return shown
  }

  private node(line: Line): Node {
    const type = this.schema.nodes.line
    if (!type) throw new Error('the schema has no node `line`')
    const content = line.parts.flatMap(part =>
      part.pieces.filter(isShown).map(p => inlineNode(p, this.schema)),
    )
    return type.create(lineAttrs(line.root), Fragment.fromArray(joinTexts(content)))
  }
}

/** ProseMirror wants neighbours with the same marks as one text node. */
function joinTexts(nodes: readonly Node[]): Node[] {
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.isText && node.isText && last.sameMarkup(node))
      joined[joined.length - 1] = node.type.schema.text((last.text ?? '') + (node.text ?? ''), node.marks)
    else joined.push(node)
  }
  return joined
}

export function heldUnits(line: ShownLine): HeldUnit[] {
  const units: HeldUnit[] = []
  for (const { segment, pieces } of line.parts) {
    let offset = segment.marker ? 1 : 0
    for (const piece of pieces) {
      if (piece.type === 'text')
        for (let i = 0; i < piece.length; i++)
          units.push({
            key: piece.text.charAt(i),
            attrs: piece.attrs,
            embed: null,
            segment,
            pieces,
            offset: offset + i,
            client: piece.client,
            clock: piece.clock + i,
          })
      else if (piece.type === 'embed') {
        const embed = piece.value as JsonObject
        const { attrs, client, clock } = piece
        units.push({ key: canonicalJson(embed), attrs, embed, segment, pieces, offset, client, clock })
      }
      offset += piece.length
    }
  }
  return units
}

export function nodeUnits(node: Node): Unit[] {
  const units: Unit[] = []
  node.forEach(child => {
    const attrs = attrsOf(child.marks)
    if (child.isText) for (const key of (child.text ?? '').split('')) units.push({ key, attrs, embed: null })
    else {
      const embed = embedOf(child)
      // Each position of a node that is not a leaf needs a unit; inline nodes of this schema are leaves.
      units.push({ key: canonicalJson(embed), attrs, embed })
    }
  })
  return units
}
