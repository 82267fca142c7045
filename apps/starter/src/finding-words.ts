import type { Finding, FindingCode, RecordReport } from '@mufakat/services'

const range = ({ from, to }: Finding): string => (from === to ? `${from}` : `${from}–${to}`)

/** Which entry it is, as far as that is known. */
const entry = ({ number, id, at, action }: Finding): string =>
  [
    number === undefined ? 'tanpa nomor' : `nomor ${number}`,
    at === undefined || Number.isNaN(at.getTime()) ? null : at.toISOString(),
    action,
    id,
  ]
    .filter(Boolean)
    .join(', ')

const sealed = ({ id, number }: Finding): string =>
  number ? `Koreksi ${number} notula rapat ${id}` : `catatan tersegel notula rapat ${id}`

const signed = ({ id, number }: Finding): string =>
  number
    ? `salinan bertanda tangan Koreksi ${number} notula rapat ${id}`
    : `salinan bertanda tangan notula rapat ${id}`

const WORDS: Readonly<Record<FindingCode, (finding: Finding) => string>> = {
  'audit.removed': finding => `catatan nomor ${range(finding)} dihapus`,
  'audit.doubled': ({ number }) => `nomor ${number} ada lebih dari sekali`,
  'audit.entry-removed': finding => `isi catatan dihapus: ${entry(finding)}`,
  'audit.altered': finding => `catatan diubah atau dipindah: ${entry(finding)}`,
  'audit.unlinked': finding => `catatan di luar rantai: ${entry(finding)}`,
  'audit.empty': () => 'tidak ada satu catatan pun',
  'audit.unsigned': () => 'tidak ada satu tanda tangan pun',
  'audit.signature-removed': ({ seq }) => `tanda tangan ke-${seq} dihapus`,
  'audit.signature-broken': ({ seq, number }) => `tanda tangan ke-${seq} (sampai nomor ${number}) tidak sah`,
  'audit.unknown-key': ({ seq, number }) =>
    `tanda tangan ke-${seq} (sampai nomor ${number}) dibuat dengan kunci yang tidak dikenal`,
  'audit.truncated': finding => `catatan nomor ${range(finding)} sudah ditandatangani dan kini tidak ada`,
  'audit.rewritten': ({ number }) =>
    `rantai sampai nomor ${number} disusun ulang: berbeda dari yang ditandatangani`,
  'audit.export-broken': ({ day }) => `berkas harian ${day} rusak atau diubah`,
  'audit.export-unmatched': ({ day, seq, number }) =>
    `berkas harian ${day} memuat tanda tangan ke-${seq} (sampai nomor ${number}), basis data tidak`,
  'audit.export-missing': ({ day }) => `berkas harian ${day} tidak ada`,
  'notula.altered': ({ id, number }) => `baris ${number} naskah ${id} diubah atau dipindah`,
  'notula.removed': finding => `baris ${range(finding)} naskah ${finding.id} dihapus`,
  'notula.head': ({ id, number }) => `naskah ${id} tidak berakhir dengan barisnya yang ke-${number}`,
  'notula.content': ({ id }) => `isi notula rapat ${id} yang ditampilkan bukan yang disimpan`,
  'sealed.altered': finding => `${sealed(finding)} diubah`,
  'sealed.untold': finding => `${sealed(finding)} tidak ada dalam audit`,
  'sealed.removed': finding => `${sealed(finding)} dihapus`,
  'sealed.missing': ({ id }) => `notula rapat ${id} berstatus disahkan tanpa catatan tersegel`,
  'sealed.rows': finding => `${sealed(finding)}: ${finding.part} kini lain dari yang disahkan`,
  'sealed.file': finding => `${sealed(finding)}: isi lampiran ${finding.part} berubah atau hilang`,
  'paper.altered': finding => `PDF resmi ${sealed(finding)} bukan yang tercatat dalam audit`,
  'paper.removed': finding => `PDF resmi ${sealed(finding)} tercatat dalam audit dan kini tidak ada`,
  'paper.bytes': finding => `PDF resmi ${sealed(finding)}: isi berkasnya berubah atau hilang`,
  'signed.altered': finding => `${signed(finding)} diubah`,
  'signed.untold': finding => `${signed(finding)} tidak ada dalam audit`,
  'signed.removed': finding => `${signed(finding)} dihapus`,
  'signed.file': finding => `${signed(finding)}: isi berkas berubah atau hilang`,
}

export const findingLine = (finding: Finding): string => `Temuan: ${WORDS[finding.code](finding)}`

const COUNTS: Readonly<Record<string, string>> = {
  entries: 'catatan',
  signatures: 'tanda tangan',
  exports: 'berkas harian',
  documents: 'naskah',
  rows: 'baris',
  records: 'catatan tersegel',
  sealed: 'notula disahkan',
  files: 'lampiran',
  papers: 'PDF resmi',
  copies: 'salinan bertanda tangan',
  unsigned: 'catatan sesudah tanda tangan terakhir',
}

/** What was looked at, and how it is. */
export function summaryLine({ record, counts, findings }: RecordReport): string {
  const told = Object.entries(counts).map(([name, count]) => `${count} ${COUNTS[name] ?? name}`)
  const verdict = findings.length === 0 ? 'utuh' : `${findings.length} temuan`
  return `${record}: ${verdict} (${told.join(', ')})`
}
