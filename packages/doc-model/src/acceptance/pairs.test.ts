import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalJson, readNotula } from '../content'
import { createNotulaDoc } from '../notula-doc'
import { ACTS, type Act, startDoc, Writer } from './acts'
import { type Deed, judge, perform } from './ledger'
import { NET } from './pair'

// Every ordered pair of acts by two people who do not see each other yet, on the same line and on neighbours.
// Letters repeat on purpose; units are told apart by Yjs' names, so that rewritten words count as lost.

const TARGETS: readonly (readonly [string, string, string])[] = [
  ['the same line', 'l1', 'l1'],
  ['the line below', 'l1', 'l2'],
  ['the line above', 'l2', 'l1'],
  ['the same list line', 'l3', 'l3'],
]

const start = startDoc()
const seed = Y.encodeStateAsUpdate(start)

function writer(clientId: number): Writer {
  const doc = createNotulaDoc({ clientId })
  Y.applyUpdate(doc, seed, NET)
  return new Writer(doc)
}

function merge(first: Act, second: Act, targets: readonly [string, string]): string[] {
  const writers = [writer(1), writer(2)] as const
  const before = Y.encodeStateVector(start)
  const deeds = writers.map((w, i) => {
    const act = i === 0 ? first : second
    w.view()
    return perform(w.doc, () => act.run(w, targets[i] ?? ''))
  }) as [Deed, Deed]
  const wrong: string[] = []
  deeds.forEach((deed, i) => {
    const meant = (i === 0 ? first : second).deletes ?? 0
    if (deed.gone.size !== meant) wrong.push(`${deed.gone.size} units gone instead of ${meant}`)
  })
  const sent = writers.map(w => Y.encodeStateAsUpdate(w.doc, before))
  writers.forEach((w, i) => {
    Y.applyUpdate(w.doc, sent[1 - i] ?? seed, NET)
  })
  const [a, b] = writers
  wrong.push(...judge(start, deeds, a.doc))
  const read = writers.map(w => canonicalJson(readNotula(w.doc)))
  if (read[0] !== read[1]) wrong.push('diverged')
  if (!Y.equalSnapshots(Y.snapshot(a.doc), Y.snapshot(b.doc))) wrong.push('copies differ below the surface')
  for (const w of writers) {
    const words = readNotula(w.doc)
      .items.find(item => item.id === 'b')
      ?.lines.map(line => [line.id, line.kind])
    const shown = w
      .view()
      .lines()
      .map(line => [line.attrs.id, line.attrs.kind])
    if (words && JSON.stringify(words) !== JSON.stringify(shown)) wrong.push('the view shows something else')
    if (w.redrawn) wrong.push('an own change was drawn again')
  }
  for (const w of writers) w.close()
  return wrong
}

describe.each(TARGETS)('[N1] two acts at once on %s', (_, mine, theirs) => {
  it.each(ACTS.map(act => [act.name, act] as const))(
    '%s and any other keep everyone’s words in their place',
    (_name, first) => {
      const failures: string[] = []
      for (const second of ACTS) {
        const wrong = merge(first, second, [mine, theirs])
        if (wrong.length)
          failures.push(`${first.name} × ${second.name}: ${[...new Set(wrong)].slice(0, 4).join('; ')}`)
      }
      expect(failures).toEqual([])
    },
  )
})
