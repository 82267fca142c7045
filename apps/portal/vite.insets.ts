import type { Plugin } from 'vite'
import { asText, bundled } from './vite.bundled'

/** Scripts of still pages that need one: each stands within its page, for it is small and few open it. */
const INSETS: Readonly<Record<string, string>> = {
  'virtual:choose-file': 'periksa/inset.ts',
  'virtual:fill-report': 'lapor/inset.ts',
  'virtual:dasbor': 'dasbor/inset.ts',
}

export function insets(): Plugin {
  return {
    name: 'insets',
    resolveId: id => (id in INSETS ? `\0${id}` : null),
    async load(id) {
      const path = id.startsWith('\0') ? INSETS[id.slice(1)] : undefined
      return path === undefined ? null : asText(await bundled(path))
    },
  }
}
