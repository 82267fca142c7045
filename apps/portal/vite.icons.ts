import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const ICON = /lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/
const OWN_SOURCE = /\/(?:apps\/portal\/app|packages\/(?:ui|editor)\/src)\/.*\.tsx?$/
const IMPORT = /^import \{([^}]*)\} from 'lucide-react'$/gm

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

/**
 * Imports each icon from its own file, so that it goes where it is drawn (from the package's one entry, all of
 * them go to whoever comes first), and takes out what nothing here reads: other names, and React keys.
 */
export function leanIcons(): Plugin {
  const files = iconFiles()
  const direct = (part: string): string => {
    const [name = '', as = name] = part.split(' as ').map(word => word.trim())
    const file = files.get(name)
    return file
      ? `import ${as} from ${JSON.stringify(file)}`
      : `import { ${part.trim()} } from 'lucide-react'`
  }
  return {
    name: 'lean-icons',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (ICON.test(id)) {
        const lean = code.replace(/,\s*key: "[^"]*"/g, '').replace(/,\s*aliases: \[[^\]]*\]/, '')
        return { code: lean, map: null }
      }
      if (!OWN_SOURCE.test(id) || !code.includes("from 'lucide-react'")) return null
      // In one line, so that the lines of the source stay where its map says.
      const lean = code.replace(IMPORT, (_whole, parts: string) => {
        const breaks = '\n'.repeat(parts.split('\n').length - 1)
        return (
          parts
            .split(',')
            .filter(part => part.trim() !== '')
            .map(direct)
            .join('; ') + breaks
        )
      })
      return { code: lean, map: null }
    },
  }
}
