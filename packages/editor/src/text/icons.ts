// The few signs drawn where there is no React (node views): Lucide's outlines (ISC licence), 24 × 24.
const PATHS: Record<string, string> = {
  keputusan: 'm14 13-8.4 8.4a1 1 0 0 1-3-3l8.4-8.4|m16 16 6-6|m8 8 6-6|m9 7 8 8|m21 11-8-8',
  'tindak-lanjut': 'M13 5h8|M13 12h8|M13 19h8|m3 17 2 2 4-4|m3 7 2 2 4-4',
  more: 'M5 12h.01|M12 12h.01|M19 12h.01',
}

const SVG = 'http://www.w3.org/2000/svg'

/** An outline that screen readers skip; the word beside it says the same. */
export function iconElement(name: string, size = 16): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [key, value] of Object.entries({
    width: String(size),
    height: String(size),
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(key, value)
  }
  for (const d of (PATHS[name] ?? '').split('|')) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}
