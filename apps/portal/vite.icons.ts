import type { Plugin } from 'vite'

const ICON = /lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/

/** Takes what nothing here reads out of the icons: other names, and React keys that compress to nothing less. */
export const leanIcons = (): Plugin => ({
  name: 'lean-icons',
  transform(code, id) {
    if (!ICON.test(id)) return null
    const lean = code.replace(/,\s*key: "[^"]*"/g, '').replace(/,\s*aliases: \[[^\]]*\]/, '')
    return { code: lean, map: null }
  },
})
