import type { MessageKey } from '@mufakat/i18n'
import type { EditorView } from '@tiptap/pm/view'
import type { Choice, Desk } from '../desk/desk'
import { insertTable } from '../table/insert-table'
import { askIndicator } from './indicator'
import { insertPageBreak, setKind } from './line-commands'
import type { Trigger } from './trigger'

interface SlashItem {
  kind:
    | 'paragraf'
    | 'judul'
    | 'butir'
    | 'nomor'
    | 'keputusan'
    | 'tindak-lanjut'
    | 'kutipan'
    | 'tabel'
    | 'batas-halaman'
    | 'indikator'
  /** Other words people look for it by, in both languages. */
  aliases: readonly string[]
  inCell?: boolean
}

// In the order of use in a rapat: "/k" is a keputusan and "/t" a tindak lanjut.
const ITEMS: readonly SlashItem[] = [
  { kind: 'keputusan', aliases: ['putusan', 'kesimpulan', 'decision'] },
  { kind: 'tindak-lanjut', aliases: ['tl', 'tugas', 'aksi', 'action', 'follow-up'] },
  { kind: 'judul', aliases: ['heading', 'bab'] },
  { kind: 'butir', aliases: ['daftar', 'list', 'bullet'], inCell: true },
  { kind: 'nomor', aliases: ['angka', 'number', '1'], inCell: true },
  { kind: 'tabel', aliases: ['table'] },
  { kind: 'indikator', aliases: ['angka', 'target', 'indicator', 'figure'], inCell: true },
  { kind: 'kutipan', aliases: ['quote', 'arahan'] },
  { kind: 'batas-halaman', aliases: ['halaman', 'page'] },
  { kind: 'paragraf', aliases: ['teks', 'text'], inCell: true },
]

const key = (part: 'kind' | 'hint', kind: SlashItem['kind']): MessageKey => `editor.${part}.${kind}`

export function slashTrigger(desk: Desk, surface: 'item' | 'cell'): Trigger {
  // Who may name no indicator is offered none; asked each time, since the page may come to know them.
  const offered = () =>
    ITEMS.filter(item => surface === 'item' || item.inCell).filter(
      item => item.kind !== 'indikator' || desk.directory.indicators.length > 0,
    )
  return {
    pattern: /(^|[\s\uFFFC])\/([\p{L}\d-]{0,20})$/u,
    label: desk.words.t('editor.slash'),
    listId: 'nt-slash',
    choices(query) {
      const wanted = query.toLocaleLowerCase()
      const items = offered()
      return items
        .map(
          (item): Choice => ({
            id: item.kind,
            title: desk.words.lookup(key('kind', item.kind), item.kind),
            hint: desk.words.lookup(key('hint', item.kind), ''),
            icon: item.kind,
          }),
        )
        .filter((choice, index) => {
          const names = [
            ...choice.title.toLocaleLowerCase().split(' '),
            choice.title.toLocaleLowerCase(),
            choice.id,
          ]
          return [...names, ...(items[index]?.aliases ?? [])].some(name => name.startsWith(wanted))
        })
    },
    pick(view, choice, from, to) {
      if (choice.id === 'indikator') return askIndicator(view, { from, to })
      view.dispatch(view.state.tr.delete(from, to))
      applyKind(view, desk, choice.id)
    },
  }
}

/** What a kind of the slash menu or the toolbar does at the caret. */
export function applyKind(view: EditorView, desk: Desk, kind: string, toggle = false): void {
  // Each of these is a step of its own for "Urungkan".
  desk.undo.stopCapturing()
  if (kind === 'tabel') insertTable(view, desk)
  else if (kind === 'batas-halaman') insertPageBreak(view.state, view.dispatch)
  else setKind(kind, { toggle })(view.state, view.dispatch)
}
