import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { create, type Font } from 'fontkit'
import { unpackWoff } from './woff'

// Tinos has the widths of Times New Roman, which letters of offices are set in; it comes in parts by script, of which a
// paper embeds only the letters it uses. What Tinos lacks (arrows, ticks, other scripts) is taken from DejaVu Sans.

export type Weight = 'regular' | 'bold' | 'italic' | 'boldItalic'

export interface Face {
  /** Name in the document. */
  readonly key: string
  readonly font: Font
}

/** Faces in the order in which a letter is looked for. */
export type Fonts = Readonly<Record<Weight, readonly Face[]>>

const STYLES: Readonly<Record<Weight, string>> = {
  regular: '400-normal',
  bold: '700-normal',
  italic: '400-italic',
  boldItalic: '700-italic',
}
const PARTS = ['latin', 'latin-ext', 'greek', 'cyrillic']
const BROAD: Readonly<Record<Weight, string>> = {
  regular: 'DejaVuSans',
  bold: 'DejaVuSans-Bold',
  italic: 'DejaVuSans-Oblique',
  boldItalic: 'DejaVuSans-BoldOblique',
}

/** A bundled program lies elsewhere than this file, but within the same checkout, where the package keeps its own. */
function fontPath(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const place of ['node_modules', 'packages/export/node_modules']) {
      const path = join(folder, place, name)
      if (existsSync(path)) return path
    }
    if (folder === dirname(folder)) throw new Error(`font not found: ${name}`)
  }
}

async function open(key: string, name: string): Promise<Face> {
  const bytes = await readFile(fontPath(name))
  const font = create(name.endsWith('.woff') ? unpackWoff(bytes) : bytes)
  if (!('layout' in font)) throw new Error(`a collection, not a font: ${name}`)
  return { key, font }
}

async function openAll(): Promise<Fonts> {
  const faces = async (weight: Weight): Promise<readonly Face[]> => [
    ...(await Promise.all(
      PARTS.map(part => {
        const name = `tinos-${part}-${STYLES[weight]}`
        return open(name, `@fontsource/tinos/files/${name}.woff`)
      }),
    )),
    await open(BROAD[weight], `dejavu-fonts-ttf/ttf/${BROAD[weight]}.ttf`),
  ]
  return {
    regular: await faces('regular'),
    bold: await faces('bold'),
    italic: await faces('italic'),
    boldItalic: await faces('boldItalic'),
  }
}

let opening: Promise<Fonts> | undefined

/** Read once for the process: parsing costs more than a short paper. */
export function loadFonts(): Promise<Fonts> {
  opening ??= openAll().catch(error => {
    opening = undefined
    throw error
  })
  return opening
}
