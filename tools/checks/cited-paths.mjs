import { posix } from 'node:path'

/** Folders whose names, at the start of a cited path, make it one of ours. */
const OURS = /^(apps|packages|tools|docs|e2e|benchmarks|\.ci)\//
const CODE_SPAN = /`([^`\s]+)`/g
const LINK = /\]\(([^)\s]+)\)/g
/** Patterns and placeholders name many files or none. */
const PATTERN = /[*{}<>:…]|NNNN/

/**
 * Paths of the checkout that a document names and that do not exist.
 * @param {Map<string, string>} files
 * @param {(path: string) => boolean} exists for a file or a folder
 */
export function citedPaths(files, exists) {
  const findings = []
  for (const [path, text] of files) {
    if (!path.endsWith('.md')) continue
    const folder = posix.dirname(path)
    const prose = text.replace(/^```[\s\S]*?^```/gm, '')
    for (const [, span] of prose.matchAll(CODE_SPAN)) {
      if (!OURS.test(span) || PATTERN.test(span)) continue
      if (!exists(span) && !exists(posix.join(folder, span)))
        findings.push(`${path}: \`${span}\` does not exist`)
    }
    for (const [, target] of prose.matchAll(LINK)) {
      const [file] = target.split('#')
      if (file === '' || /^[a-z]+:/.test(file) || file.startsWith('/')) continue
      if (!exists(posix.join(folder, file))) findings.push(`${path}: link to ${file}, which does not exist`)
    }
  }
  return [...new Set(findings)]
}
