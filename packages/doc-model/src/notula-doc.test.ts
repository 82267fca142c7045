import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { NET } from './acceptance/pair'
import { readNotula } from './content'
import { addItem, itemText } from './items'
import { createNotulaDoc, isNewerThanThisBuild, NOTULA_VERSION, rootName } from './notula-doc'
import { notulaSchema } from './schema'

/** Two people mark the same words at the same time, a third reads; what the reader emits as if it were its own. */
function overlappingMarks(make: (clientId: number) => Y.Doc) {
  const seed = createNotulaDoc({ clientId: 1000 })
  // At the beginning of a text, where Yjs 13.6 cleans up whole texts.
  addItem(seed, { id: 'i' })
  itemText(seed, 'i').insert(0, 'satu dua tiga empat')
  const docs = [1, 2, 3].map(clientId => {
    const doc = make(clientId)
    // Yjs notes formats only in a text it knows as one.
    itemText(doc, 'i')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed), NET)
    return doc
  })
  const [a, b, reader] = docs as [Y.Doc, Y.Doc, Y.Doc]
  let emitted = 0
  reader.on('update', (_: Uint8Array, origin: unknown) => {
    if (origin !== NET) emitted++
  })
  const before = Y.encodeStateVector(seed)
  itemText(a, 'i').format(0, 8, { bold: true })
  itemText(b, 'i').format(0, 8, { bold: true })
  const updates = [a, b].map(doc => Y.encodeStateAsUpdate(doc, before))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update, NET)
  for (const doc of docs) readNotula(doc)
  const alike = docs.every(doc => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(a)))
  return { emitted, alike, contents: docs.map(doc => JSON.stringify(readNotula(doc))) }
}

describe('[N3] the clean-up of formats', () => {
  it('is what Yjs does by itself, under the name that is switched off here', () => {
    // If this fails, Yjs has changed: look whether createNotulaDoc still keeps readers from writing.
    const plain = overlappingMarks(clientId => Object.assign(new Y.Doc(), { clientID: clientId }))
    expect(plain.alike && plain.emitted === 0).toBe(false)
  })

  it('is off: a reader emits nothing, and copies are alike below the surface too', () => {
    const { emitted, alike, contents } = overlappingMarks(clientId => createNotulaDoc({ clientId }))
    expect(emitted).toBe(0)
    expect(alike).toBe(true)
    expect(new Set(contents).size).toBe(1)
  })

  it('is set through a field that Yjs still reads', () => {
    const doc = new Y.Doc()
    let found = false
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      found = '_needFormattingCleanup' in transaction
    })
    doc.getText('t').insert(0, 'x')
    expect(found).toBe(true)
  })
})

describe('[N4] a document of a newer version', () => {
  it('is told apart from one of this build', () => {
    const doc = createNotulaDoc()
    expect(isNewerThanThisBuild(doc)).toBe(false)
    doc.getMap(rootName.meta).set('version', NOTULA_VERSION + 1)
    expect(isNewerThanThisBuild(doc)).toBe(true)
  })
})

describe('[N14] the schema', () => {
  it('requires nothing and nests nothing', () => {
    expect(notulaSchema.nodes.doc?.spec.content).toBe('line*')
    expect(notulaSchema.nodes.line?.spec.content).toBe('inline*')
    expect(() => notulaSchema.node('doc').check()).not.toThrow()
    expect(() => notulaSchema.node('doc', null, [notulaSchema.node('line')]).check()).not.toThrow()
  })
})
