const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML; what XML cannot hold was taken out by `printable` before. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => ESCAPES[sign] ?? sign)

type Value = string | number

/** An element; children are XML already. `null` and empty children are left out. */
export function el(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly (string | null)[]
): string {
  const told = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  const inside = children.filter(child => child !== null).join('')
  return inside === '' ? `<${name}${told}/>` : `<${name}${told}>${inside}</${name}>`
}

/** An element with one value, as most settings of WordprocessingML are. */
export const val = (name: string, value: Value): string => el(name, { 'w:val': value })

export const part = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`

/** Twentieths of a point, the unit of lengths. */
export const twips = (points: number): number => Math.round(points * 20)
/** The unit of drawings. */
export const emu = (points: number): number => Math.round(points * 12_700)

export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
}
