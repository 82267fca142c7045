import type { PaperWords } from '@mufakat/i18n'
import type { Table } from '../paper'
import { clockText } from './common'
import type { AttendanceRow } from './facts'
import { table } from './text'

function presenceText(row: AttendanceRow, paper: PaperWords): string {
  switch (row.presence) {
    case 'hadir': {
      const at = row.arrived ? `, ${paper.t('hadir.arrived', { time: clockText(row.arrived) })}` : ''
      return `${paper.t('hadir.present')}${at}`
    }
    case 'diwakilkan':
      return row.representedBy
        ? paper.t('hadir.represented', { name: row.representedBy })
        : paper.t('hadir.represented.unknown')
    case 'izin':
      return paper.t('hadir.excused')
    case 'tanpa_keterangan':
      return paper.t('hadir.absent')
    default:
      return ''
  }
}

export interface AttendanceLook {
  /** A column to sign in by hand, with rows as high as that needs. */
  readonly wetSignature: boolean
  /** Telephone numbers are for the organiser's own copy. */
  readonly phones: boolean
}

/** The list of who came; also the annex of notula and berita acara. */
export function attendanceTable(
  rows: readonly AttendanceRow[],
  paper: PaperWords,
  { wetSignature, phones }: AttendanceLook,
): Table {
  // An annex leaves the numbers to the list itself.
  const showNip = wetSignature || rows.some(row => row.nip !== null)
  const showPresence = rows.some(row => row.presence !== null)
  const columns = [
    { title: paper.t('paper.column.no'), weight: 8, align: 'center' as const },
    { title: paper.t('paper.column.name'), weight: 34 },
    ...(showNip ? [{ title: paper.t('paper.column.nip'), weight: 30 }] : []),
    { title: paper.t('paper.column.jabatan'), weight: 32 },
    { title: paper.t('paper.column.agency'), weight: 30 },
    ...(phones ? [{ title: paper.t('paper.column.phone'), weight: 24 }] : []),
    ...(showPresence ? [{ title: paper.t('paper.column.presence'), weight: 24 }] : []),
    ...(wetSignature ? [{ title: paper.t('paper.column.signature'), weight: 32 }] : []),
  ]
  const cells = rows.map((row, at) => [
    String(at + 1),
    row.name,
    // A number is not parted.
    ...(showNip ? [(row.nip ?? '').replaceAll(' ', '\u00a0')] : []),
    row.jabatan ?? '',
    row.agency,
    ...(phones ? [row.phone ?? ''] : []),
    ...(showPresence ? [presenceText(row, paper)] : []),
    // Odd numbers sign on the left and even ones on the right, so that two neighbours do not write over each other.
    ...(wetSignature ? [`${at % 2 === 0 ? '' : '\u00a0'.repeat(14)}${at + 1}. `] : []),
  ])
  return table(columns, cells, { size: 9.5, ...(wetSignature ? { rowHeight: 30 } : {}) })
}
