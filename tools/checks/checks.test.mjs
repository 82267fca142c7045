import { describe, expect, it } from 'vitest'
import { citedPaths } from './cited-paths.mjs'
import { fileLength } from './file-length.mjs'
import { specRules } from './spec-rules.mjs'

const files = entries => new Map(Object.entries(entries))

describe('file length', () => {
  it('allows 400 lines of code and no more', () => {
    expect(fileLength(files({ 'a.ts': 'x\n'.repeat(400), 'b.md': 'x\n'.repeat(900) }))).toEqual([])
    expect(fileLength(files({ 'a.tsx': 'x\n'.repeat(401) }))).toEqual(['a.tsx: 401 lines, at most 400'])
  })
})

describe('rules of a SPEC.md', () => {
  // Built from parts, or this file itself would cite rules that do not exist.
  const id = name => `[${name}]`
  const spec = `- ${id('N1')} one\n## ${id('N2')} two, see ${id('N9')}\n`
  const test = (...ids) => ids.map(name => `it('${id(name)} holds', () => {})`).join('\n')

  it('are each cited by a test, and each cited one exists', () => {
    expect(specRules(files({ 'p/SPEC.md': spec, 'p/a.test.ts': test('N1', 'N2') }))).toEqual([])
  })

  it('are missed when no test cites them', () => {
    expect(specRules(files({ 'p/SPEC.md': spec, 'p/a.test.ts': test('N1') }))).toEqual([
      'p/SPEC.md: [N2] is cited by no test',
    ])
  })

  it('are missed when a test cites one that is not there', () => {
    expect(specRules(files({ 'p/SPEC.md': spec, 'p/a.test.ts': test('N1', 'N2', 'N3') }))).toEqual([
      'p/a.test.ts: cites [N3], which no SPEC.md defines',
    ])
  })

  it('have an id of their own', () => {
    const twice = files({
      'p/SPEC.md': spec,
      'q/SPEC.md': `- ${id('N1')} again`,
      'p/a.test.ts': test('N1', 'N2'),
    })
    expect(specRules(twice)).toEqual(['q/SPEC.md: [N1] is defined in p/SPEC.md already'])
  })
})

describe('paths cited in documents', () => {
  const exists = path => ['packages/db/src', 'docs/a.md', 'docs/b.md'].includes(path)

  it('exist', () => {
    const text =
      'See `packages/db/src`, [b](b.md#x), `packages/*/src`, [w](https://x.id).\n```\n`apps/gone`\n```\n'
    expect(citedPaths(files({ 'docs/a.md': text }), exists)).toEqual([])
  })

  it('are missed when they do not', () => {
    expect(citedPaths(files({ 'docs/a.md': 'See `apps/gone.ts` and [c](c.md).' }), exists)).toEqual([
      'docs/a.md: `apps/gone.ts` does not exist',
      'docs/a.md: link to c.md, which does not exist',
    ])
  })
})
