// Query: peers=1|2, empty (no items), locale=id|en, read. `window.bench` is for browser specs.
import './harness.css'
import '../src/editor.css'
import { canonicalJson, itemText, listItems, readNotula, seedNotula } from '@mufakat/doc-model'
import { createWords, loadCatalogue } from '@mufakat/i18n'
import { ToastProvider } from '@mufakat/ui'
import { createRoot } from 'react-dom/client'
import { NotulaDesk } from '../src/desk/notula-desk'
import { Room } from './room'
import { ITEMS, OPDS, PEOPLE } from './sample'

const query = new URLSearchParams(window.location.search)
const locale = query.get('locale') === 'en' ? 'en' : 'id'
const words = createWords(locale, await loadCatalogue(locale))
const theme = query.get('theme')
if (theme) document.documentElement.dataset.theme = theme

const room = new Room(doc => seedNotula(doc, query.has('empty') ? [] : ITEMS))
const count = Number(query.get('peers') ?? '1')
const who = PEOPLE.slice(0, Math.max(2, count))
const peers = who.map(person => room.join(person))
if (query.has('read')) for (const peer of peers) peer.access.set('read')

const bench = {
  room,
  /** The notula as peer `n` reads it. */
  content: (n: number) => {
    const doc = peers[n]?.live.doc
    return doc ? readNotula(doc) : null
  },
  canonical: (n: number) => {
    const doc = peers[n]?.live.doc
    return doc ? canonicalJson(readNotula(doc)) : ''
  },
  /** Peer `n` writes at the beginning of an item's first line, without taking the focus. */
  type: (n: number, item: number, text: string) => {
    const doc = peers[n]?.live.doc
    const id = doc ? listItems(doc)[item]?.id : undefined
    if (doc && id) itemText(doc, id).insert(1, text)
  },
  /** Peer `n` has no caret any more. */
  blur: (n: number) => peers[n]?.live.setCaret(null),
  written: (n: number) => peers[n]?.written() ?? -1,
  /** The page around the desks loads anew: the same, said by other objects. */
  again: () => draw(),
  save: (n: number, state: Parameters<(typeof peers)[number]['save']['set']>[0]) => peers[n]?.save.set(state),
}
Object.assign(window, { bench })
export type Bench = typeof bench

const root = createRoot(document.getElementById('root') as HTMLElement)
function draw() {
  root.render(
    <ToastProvider undoLabel={words.t('editor.undo')} closeLabel={words.t('editor.close')}>
      <div className={count === 1 ? 'bench' : 'bench bench-two'}>
        {peers.slice(0, count).map((peer, n) => (
          <section key={who[n]?.id} aria-label={who[n]?.name} data-peer={n}>
            <NotulaDesk
              live={peer.live}
              replacement="none"
              words={words}
              directory={{ opds: structuredClone(OPDS), people: structuredClone(PEOPLE), indicators: [] }}
              self={who[n]?.id ?? ''}
              notulisId={who[0]?.id ?? null}
              writableItems={null}
              canWrite
              itemNote={undefined}
              plannedMinutes={query.has('over') ? 40 : 180}
              Unsent={() => null}
              SignInAgain={() => null}
            />
          </section>
        ))}
      </div>
    </ToastProvider>,
  )
}
draw()
