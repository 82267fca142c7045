// The few signs drawn where there is no React (node views): Lucide's outlines (ISC licence), 24 × 24, the same as the
// static view draws with lucide-react. A shape is a path, or `x y r` of a circle.
const SHAPES: Record<string, readonly string[]> = {
  keputusan: [
    'm14 13-8.381 8.38a1 1 0 0 1-3.001-3l8.384-8.381',
    'm16 16 6-6',
    'm21.5 10.5-8-8',
    'm8 8 6-6',
    'm8.5 7.5 8 8',
  ],
  'tindak-lanjut': ['M13 5h8', 'M13 12h8', 'M13 19h8', 'm3 17 2 2 4-4', 'm3 7 2 2 4-4'],
  owner: [
    'M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2',
    'M16 3.128a4 4 0 0 1 0 7.744',
    'M22 21v-2a4 4 0 0 0-3-3.87',
    '9 7 4',
  ],
  tenggat: [
    'M16 14v2.2l1.6 1',
    'M16 2v3',
    'M21 7.338V5a2 2 0 00-2-2H5a2 2 0 00-2 2v14a2 2 0 002 2h2.338',
    'M3 9h5.859',
    'M8 2v3',
    '16 16 6',
  ],
  prioritas: [
    'M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528',
  ],
  strategi: ['12 12 10', '12 12 6', '12 12 2'],
  belum: [
    'M10.1 2.182a10 10 0 0 1 3.8 0',
    'M13.9 21.818a10 10 0 0 1-3.8 0',
    'M17.609 3.721a10 10 0 0 1 2.69 2.7',
    'M2.182 13.9a10 10 0 0 1 0-3.8',
    'M20.279 17.609a10 10 0 0 1-2.7 2.69',
    'M21.818 10.1a10 10 0 0 1 0 3.8',
    'M3.721 6.391a10 10 0 0 1 2.7-2.69',
    'M6.391 20.279a10 10 0 0 1-2.69-2.7',
  ],
  berjalan: ['M10 2h4', 'M12 14v-4', 'M4 13a8 8 0 0 1 8-7 8 8 0 1 1-5.3 14L4 17.6', 'M9 17H4v5'],
  menunggu_verifikasi: [
    'M5 22h14',
    'M5 2h14',
    'M17 22v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22',
    'M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2',
  ],
  selesai: ['M21.801 10A10 10 0 1 1 17 3.335', 'm9 11 3 3L22 4'],
  dibatalkan: ['12 12 10', 'M4.929 4.929 19.07 19.071'],
  more: ['5 12 1', '12 12 1', '19 12 1'],
}

const SVG = 'http://www.w3.org/2000/svg'

function svgElement<K extends 'svg' | 'path' | 'circle'>(name: K, attributes: Record<string, string>) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

/** An outline that screen readers skip; the word beside it says the same. */
export function iconElement(name: string, size = 16): SVGSVGElement {
  const svg = svgElement('svg', {
    width: String(size),
    height: String(size),
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  })
  for (const shape of SHAPES[name] ?? []) {
    const [cx, cy, r] = shape.split(' ')
    svg.append(
      /^\d/.test(shape)
        ? svgElement('circle', { cx: cx ?? '', cy: cy ?? '', r: r ?? '' })
        : svgElement('path', { d: shape }),
    )
  }
  return svg
}
