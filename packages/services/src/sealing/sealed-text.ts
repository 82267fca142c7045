import type { SealedRecordRow } from '@mufakat/db'
import { lineText, type NotulaContent } from '@mufakat/doc-model'
import { APPROVAL_ROLES, type ApprovalRole, type KoreksiChange, type LineFacts } from '@mufakat/domain'
import type { Figure } from '../angka/views'
import type { SealedLine } from '../ratification/views'
import type { CarriedList } from '../series/views'
import type { NamedPerson } from './names'
import type { Row } from './rows'

/** What of a record's text is read again; it was written by `sealing/record.ts` alone, and its hash was sealed. */
interface RecordText {
  readonly bagian: {
    readonly rapat: Row
    readonly peserta: { readonly opd: readonly Row[]; readonly tamu: readonly Row[] }
    readonly lampiran: readonly Row[]
    readonly naskah: { readonly isi: NotulaContent; readonly dokumen: readonly Row[] }
    readonly kehadiran: readonly Row[]
    readonly lanjutan: { readonly daftar: CarriedList | null }
    /** Missing in records that were sealed before a text named indicators. */
    readonly indikator?: readonly { readonly indicator_id: string; readonly figure: Figure | null }[]
    readonly persetujuan: readonly Row[]
  }
  readonly sebutan: {
    readonly orang: Readonly<Record<string, NamedPerson>>
    readonly opd: Readonly<Record<string, { readonly nama: string; readonly singkatan: string }>>
  }
}

interface KoreksiText {
  readonly koreksi: readonly Row[]
  readonly persetujuan: readonly Row[]
  readonly sebutan: RecordText['sebutan']
}

export const recordText = (row: SealedRecordRow): RecordText => JSON.parse(row.text) as RecordText

export const koreksiText = (row: SealedRecordRow): KoreksiText => JSON.parse(row.text) as KoreksiText

/** What people and OPD were called when a record was sealed. */
export const namesOfRecord = (row: SealedRecordRow): RecordText['sebutan'] =>
  (JSON.parse(row.text) as Pick<RecordText, 'sebutan'>).sebutan

/** Changes of the Koreksi that are sealed, in their order. */
export const sealedChanges = (records: readonly SealedRecordRow[]): KoreksiChange[][] =>
  records
    .filter(({ number }) => number > 0)
    .map(row => JSON.parse(koreksiText(row).koreksi[0]?.changes ?? '[]') as KoreksiChange[])

const FACTS = ['owner', 'jabatan', 'tenggat', 'prioritas', 'strategi'] as const

/** Lines of the sealed text that have words, with what was decided of a tindak lanjut. */
export const sealedItems = (content: NotulaContent): { title: string; lines: SealedLine[] }[] =>
  content.items.map(item => ({
    title: item.title,
    lines: item.lines.flatMap(line => {
      const text = lineText(line)
      if (text.trim() === '') return []
      const fact = (name: (typeof FACTS)[number]) => {
        const value = line.attrs[name]
        return typeof value === 'string' && value !== '' ? value : null
      }
      const facts: LineFacts =
        line.kind === 'tindak-lanjut'
          ? { text, ...Object.fromEntries(FACTS.map(name => [name, fact(name)])) }
          : { text }
      return [{ lineId: line.id, itemId: item.id, kind: line.kind, facts }]
    }),
  }))

/** By which jabatan a record was signed, and when: the approval of each office that made it so. */
export const signaturesOf = (
  approvals: readonly Row[],
  names: RecordText['sebutan'],
): { role: ApprovalRole; jabatan: string | null; at: Date }[] =>
  APPROVAL_ROLES.flatMap(role => {
    const last = approvals
      .filter(one => one.role === role)
      .sort((a, b) => (momentOf(a.at) < momentOf(b.at) ? -1 : 1))
      .at(-1)
    if (last === undefined) return []
    return [{ role, jabatan: names.orang[last.person_id ?? '']?.jabatan ?? null, at: momentOf(last.at) }]
  })

/** A moment as Postgres writes it in UTC. */
export const momentOf = (text: string | null | undefined): Date =>
  new Date((text ?? '').replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
