import type { Mark, Node, Schema } from '@tiptap/pm/model'
import type { Json, JsonObject } from '../json'
import { isJsonObject } from '../json'
import { isKnownMark } from '../kinds'
import type { Attrs, ShownPiece } from '../line/segment'

// Formats and embeds in Y's spelling and in ProseMirror's. What this build does not know goes through
// `unknownMark` and `unknown` and comes back exactly as it was. [N11]

const parse = (json: unknown): Json => {
  try {
    return JSON.parse(String(json)) as Json
  } catch {
    return null
  }
}

export function marksOf(attrs: Attrs, schema: Schema): readonly Mark[] {
  if (attrs === null) return []
  let marks: readonly Mark[] = []
  for (const [name, value] of Object.entries(attrs)) {
    const type = isKnownMark(name) ? schema.marks[name] : undefined
    const unknown = schema.marks.unknownMark
    if (type) marks = type.create(isJsonObject(value) ? value : null).addToSet(marks)
    else if (unknown) marks = unknown.create({ name, json: JSON.stringify(value) }).addToSet(marks)
  }
  return marks
}

export function attrsOf(marks: readonly Mark[]): Attrs {
  if (!marks.length) return null
  const attrs: Record<string, Json> = {}
  for (const mark of marks) {
    if (mark.type.name === 'unknownMark') attrs[String(mark.attrs.name)] = parse(mark.attrs.json)
    else attrs[mark.type.name] = Object.keys(mark.attrs).length ? ({ ...mark.attrs } as JsonObject) : true
  }
  return attrs
}

export function inlineNode(piece: ShownPiece, schema: Schema): Node {
  const marks = marksOf(piece.attrs, schema)
  if (piece.type === 'text') return schema.text(piece.text, marks)
  const value = piece.value
  const { mention, indicator, unknown } = schema.nodes
  if (mention && isJsonObject(value) && isJsonObject(value.mention))
    return mention.create(value.mention, null, marks)
  if (indicator && isJsonObject(value) && isJsonObject(value.indicator))
    return indicator.create(value.indicator, null, marks)
  if (!unknown) throw new Error('the schema has no node `unknown`')
  return unknown.create({ json: JSON.stringify(value) }, null, marks)
}

/** An inline node that is not text, as Y holds it. */
export function embedOf(node: Node): JsonObject {
  if (node.type.name !== 'unknown') return { [node.type.name]: { ...node.attrs } as JsonObject }
  const value = parse(node.attrs.json)
  return isJsonObject(value) ? value : { value }
}
