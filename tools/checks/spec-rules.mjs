/** A rule is defined where its id opens a line, a list item, a table row or a heading of a SPEC.md. */
const DEFINED = /^\s*(?:[-*]\s+|#+\s+|\|\s*)?(?:\*\*|`)?\[([A-Z]{1,3}\d+[a-z]?)\]/gm
/** A test cites it in its title. */
const CITED = /\[([A-Z]{1,3}\d+[a-z]?)\]/g
const TITLE =
  /\b(?:it|test|describe)(?:\.\w+(?:\([^)]*\))?)*\s*\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g

const isTest = path => /\.(test|spec)\.(ts|tsx|mjs)$/.test(path)

/** Rules without a test, tests of rules that do not exist, and ids that two SPECs share. */
export function specRules(files) {
  const rules = new Map()
  const findings = []
  for (const [path, text] of files) {
    if (!path.endsWith('SPEC.md')) continue
    for (const [, id] of text.matchAll(DEFINED)) {
      const other = rules.get(id)
      if (other !== undefined) findings.push(`${path}: [${id}] is defined in ${other} already`)
      rules.set(id, path)
    }
  }
  const cited = new Set()
  for (const [path, text] of files) {
    if (!isTest(path)) continue
    for (const [, single, double, template] of text.matchAll(TITLE)) {
      for (const [, id] of (single ?? double ?? template ?? '').matchAll(CITED)) {
        cited.add(id)
        if (!rules.has(id)) findings.push(`${path}: cites [${id}], which no SPEC.md defines`)
      }
    }
  }
  for (const [id, path] of rules) if (!cited.has(id)) findings.push(`${path}: [${id}] is cited by no test`)
  return [...new Set(findings)]
}
