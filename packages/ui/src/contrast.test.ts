import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')

/** The custom properties of the block that starts at `selector`. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(selector)
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(match => [match[1] ?? '', match[2] ?? '']),
  )
}

/** Contrast ratio by WCAG 2.2, "relative luminance". */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b2 = 0] = [1, 3, 5].map(at => {
      const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b2
  }
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const themes = {
  light: tokensOf(':root {'),
  dark: tokensOf(':root[data-theme="dark"]'),
}

describe.each(Object.entries(themes))('colours, %s', (_name, token) => {
  const ratio = (a: string, b: string) => contrast(token[a] ?? '', token[b] ?? '')
  const grounds = ['canvas', 'surface', 'sunken']
  const tones = ['neutral', 'info', 'success', 'warn', 'danger', 'violet']

  it('holds AAA for text and AA for hints on every ground', () => {
    for (const ground of grounds) {
      expect(ratio('ink', ground)).toBeGreaterThanOrEqual(7)
      expect(ratio('ink-2', ground)).toBeGreaterThanOrEqual(7)
      expect(ratio('ink-3', ground)).toBeGreaterThanOrEqual(4.5)
      expect(ratio('accent', ground)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('holds AA for the words of every tone, and 3:1 for the edges of controls', () => {
    for (const tone of tones) {
      expect(ratio(`${tone}-ink`, `${tone}-soft`)).toBeGreaterThanOrEqual(4.5)
      for (const ground of grounds) expect(ratio(`${tone}-ink`, ground)).toBeGreaterThanOrEqual(4.5)
    }
    expect(ratio('accent-strong', 'accent-soft')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('on-accent', 'accent-strong')).toBeGreaterThanOrEqual(4.5)
    for (const ground of grounds) expect(ratio('line-strong', ground)).toBeGreaterThanOrEqual(3)
  })
})

it('gives the device in the dark the same colours as the person who chose dark', () => {
  expect(tokensOf(':root:not([data-theme="light"])')).toEqual(themes.dark)
})
