import {
  type BoardStatus,
  isCode,
  isTanggal,
  PRIORITIES,
  type Priority,
  STRATEGIES,
  type Strategy,
  type Tanggal,
} from '@mufakat/domain'
import { plainText, WrongCell } from '../tables/row'

/** What a column of a pasted table can hold. */
export const PASTE_FIELDS = ['title', 'opd', 'jabatan', 'due', 'priority', 'strategy', 'status'] as const
export type PasteField = (typeof PASTE_FIELDS)[number]

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'pebruari', 'february'],
  ['maret', 'mar', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'agt', 'ags', 'agust', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'des', 'dec', 'december'],
]

const day = (year: string, month: number, date: string): Tanggal =>
  `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`

/** A day in figures (31/12/2026, 2026-12-31) or in words (31 Desember 2026, Kamis, 31 Des 2026); null: it is none. */
export function pastedDay(text: string): Tanggal | null {
  const said = plainText(text).replace(/^[a-z'’]+,\s*/, '')
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said)
  const words = /^(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})$/.exec(said)
  let found = said
  if (figures) found = day(figures[3] ?? '', Number(figures[2]), figures[1] ?? '')
  if (words)
    found = day(words[3] ?? '', MONTHS.findIndex(all => all.includes(words[2] ?? '')) + 1, words[1] ?? '')
  return isTanggal(found) ? found : null
}

export function pastedPriority(text: string): Priority {
  const code = plainText(text)
  if (!isCode(PRIORITIES, code)) throw new WrongCell('priority', 'priority')
  return code
}

export function pastedStrategy(text: string): Strategy {
  const code = plainText(text)
    .replace(/^strategi\s+/, '')
    .slice(0, 1)
  const isNamed = /^(?:strategi\s+)?[abc](?:\W|$)/.test(plainText(text))
  if (!isNamed || !isCode(STRATEGIES, code)) throw new WrongCell('strategy', 'strategy')
  return code
}

const STATUSES: Readonly<Record<string, BoardStatus | null>> = {
  belum: 'belum',
  'belum dimulai': 'belum',
  berjalan: 'berjalan',
  'menunggu verifikasi': 'menunggu_verifikasi',
  menunggu_verifikasi: 'menunggu_verifikasi',
  selesai: null,
  dibatalkan: null,
  batal: null,
}

/** How far it is; nothing begins as finished (domain, PP6). */
export function pastedStatus(text: string): BoardStatus {
  const status = STATUSES[plainText(text)]
  if (status === undefined) throw new WrongCell('status', 'status')
  if (status === null) throw new WrongCell('status', 'status-closed')
  return status
}

const HEADS: Readonly<Record<PasteField, RegExp>> = {
  title: /^(?:judul|tindak lanjut|uraian|kegiatan|rencana aksi|title|task)/,
  opd: /^(?:opd|penanggung jawab|pic|perangkat daerah|dinas|owner)/,
  jabatan: /^(?:jabatan|office)/,
  due: /^(?:tenggat|batas waktu|target waktu|tanggal|due|deadline)/,
  priority: /^(?:prioritas|priority)/,
  strategy: /^(?:strategi|strategy)/,
  status: /^(?:status|keadaan)/,
}

/** What columns hold, by what their heads say; without heads nothing is known. */
export function guessedColumns(head: readonly string[]): (PasteField | null)[] {
  const left = new Set<PasteField>(PASTE_FIELDS)
  return head.map(name => {
    const said = plainText(name).replaceAll('_', ' ')
    const field = [...left].find(one => HEADS[one].test(said)) ?? null
    if (field !== null) left.delete(field)
    return field
  })
}
