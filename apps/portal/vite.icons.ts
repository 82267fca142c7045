import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const OWN_SOURCE = /\/(?:apps\/portal\/app|packages\/(?:ui|editor)\/src)\/.*\.tsx?$/
const IMPORT = /^import \{([^}]*)\} from 'lucide-react'$/gm
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** The pages' function for icons, which the sheet of icons takes the place of (frame/lucide-icon.ts). */
const DRAW = fileURLToPath(new URL('./app/frame/lucide-icon.ts', import.meta.url))

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>]

/** File of every icon by each of its names, as the package's own entry lists them. */
function iconFiles(): Map<string, string> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-react')), '../esm')
  const files = new Map<string, string>()
  const entry = readFileSync(join(folder, 'lucide-react.mjs'), 'utf8')
  for (const [, names = '', file = ''] of entry.matchAll(/export \{([^}]*)\} from '(\.\/icons\/[^']+)'/g)) {
    for (const [, name = ''] of names.matchAll(/default as (\w+)/g)) files.set(name, join(folder, file))
  }
  return files
}

/** Names of icons in an import of lucide-react; `House as Home` and types included, as written. */
const partsOf = (names: string): string[] =>
  names
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')

/** Every icon that a source of ours draws, by its file. */
function iconsDrawn(files: ReadonlyMap<string, string>): Set<string> {
  const drawn = new Set<string>()
  for (const room of ['apps/portal/app', 'packages/ui/src', 'packages/editor/src']) {
    for (const name of readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue
      for (const [, names = ''] of readFileSync(join(ROOT, room, name), 'utf8').matchAll(IMPORT)) {
        for (const part of partsOf(names)) drawn.add(files.get(part.split(' as ')[0] ?? '') ?? '')
      }
    }
  }
  drawn.delete('')
  return drawn
}

/** All icons in one picture, each a symbol with its name; and the name of each file's icon. */
async function sheetOf(drawn: ReadonlySet<string>): Promise<{ sheet: string; names: Map<string, string> }> {
  const names = new Map<string, string>()
  const symbols: string[] = []
  for (const file of [...drawn].sort()) {
    const { __iconData: icon } = (await import(pathToFileURL(file).href)) as {
      __iconData: { name: string; node: readonly Shape[] }
    }
    names.set(file, icon.name)
    const shapes = icon.node.map(([tag, { key: _, ...attributes }]) => {
      const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
      return `<${tag}${written.join('')}/>`
    })
    symbols.push(`<symbol id="${icon.name}" viewBox="0 0 24 24">${shapes.join('')}</symbol>`)
  }
  return { sheet: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`, names }
}

/**
 * Icons as one picture that a browser fetches once, instead of shapes in the script and in the text of every
 * page. A source that draws an icon holds its name and nothing else: an icon of two pages is not a part that
 * every page must carry.
 */
export function sheetOfIcons(): Plugin {
  const files = iconFiles()
  let sheet = ''
  let address = ''
  let names = new Map<string, string>()
  const drawnHere = (part: string): string => {
    // Left as it is, it would bring the package's one entry along, and with it every icon to every page.
    if (part.startsWith('type ')) return `import type { ${part.slice('type '.length)} } from 'lucide-react'`
    const [name = '', as = name] = part.split(' as ')
    const icon = names.get(files.get(name) ?? '')
    if (icon === undefined) throw new Error(`lucide-react has no icon ${name}`)
    return `const ${as} = /* @__PURE__ */ drawIconOfSheet(${JSON.stringify(icon)})`
  }
  return {
    name: 'sheet-of-icons',
    enforce: 'pre',
    apply: 'build',
    async buildStart() {
      ;({ sheet, names } = await sheetOf(iconsDrawn(files)))
      address = `assets/icons-${createHash('sha256').update(sheet).digest('hex').slice(0, 8)}.svg`
    },
    transform(code, id) {
      if (id === DRAW) return { code: code.replace('SHEET_OF_ICONS', `/${address}`), map: null }
      if (!OWN_SOURCE.test(id) || !code.includes("from 'lucide-react'")) return null
      // In one line, so that the lines of the source stay where its map says.
      const lean = code.replace(IMPORT, (_whole, parts: string) => {
        const breaks = '\n'.repeat(parts.split('\n').length - 1)
        return partsOf(parts).map(drawnHere).join('; ') + breaks
      })
      return { code: `import drawIconOfSheet from ${JSON.stringify(DRAW)};${lean}`, map: null }
    },
    generateBundle() {
      if (this.environment.name === 'client')
        this.emitFile({ type: 'asset', fileName: address, source: sheet })
    },
  }
}
