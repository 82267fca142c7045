import * as Y from 'yjs'
import { itemText } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { type SeedLine, seedNotula } from '../seed'
import { HeadlessView } from './headless-view'

export const NET = 'net'

/** Some people before the same item `i`, whose changes wait until `deliver`. */
export function people(count: number, lines: readonly SeedLine[]) {
  const first = createNotulaDoc({ clientId: 1000 })
  seedNotula(first, [{ id: 'i', title: 'Agenda', lines }])
  const seed = Y.encodeStateAsUpdate(first)
  const peers = Array.from({ length: count }, (_, i) => {
    const doc = createNotulaDoc({ clientId: i + 1 })
    Y.applyUpdate(doc, seed, NET)
    const sent: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== NET) sent.push(update)
    })
    return { doc, sent, text: itemText(doc, 'i'), view: new HeadlessView(itemText(doc, 'i')) }
  })
  const deliver = () => {
    for (let again = true; again; ) {
      again = false
      for (const from of peers)
        for (const update of from.sent.splice(0)) {
          again = true
          for (const to of peers) if (to !== from) Y.applyUpdate(to.doc, update, NET)
        }
    }
  }
  return { peers, deliver, seed }
}

/** Two people, as a pair. */
export function pair(lines: readonly SeedLine[]) {
  const { peers, deliver, seed } = people(2, lines)
  const [a, b] = peers
  if (!a || !b) throw new Error('a pair is two')
  return { a, b, deliver, seed }
}
