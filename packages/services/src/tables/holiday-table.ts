import { type HolidayRow, listEveryHoliday, lockHolidays, putHolidays } from '@mufakat/db'
import { HOLIDAY_KINDS, isTanggal } from '@mufakat/domain'
import { changesOf, type Row, WrongCell } from './row'
import type { Table } from './table'

interface State {
  readonly holidays: ReadonlyMap<string, HolidayRow>
}

const told = ({ name, kind }: HolidayRow): Record<string, string> => ({ nama: name, jenis: kind })

function dayOf(row: Row): string {
  const text = row.text('tanggal', 20)
  if (!isTanggal(text)) throw new WrongCell('tanggal', 'date')
  return text
}

/** Holidays, known by their day. */
export const holidayTable: Table<State, HolidayRow> = {
  right: 'libur.edit',
  columns: [
    { name: 'tanggal', required: true, width: 12, example: '2026-08-17' },
    { name: 'nama', required: true, width: 50, example: 'Proklamasi Kemerdekaan' },
    { name: 'jenis', required: true, width: 14, example: 'nasional' },
  ],
  lock: lockHolidays,
  async load(db) {
    const rows = await listEveryHoliday(db)
    return { holidays: new Map(rows.map(row => [row.date, row])) }
  },
  judge(row, { holidays }) {
    const after: HolidayRow = {
      date: dayOf(row),
      name: row.text('nama', 200),
      kind: row.code('jenis', HOLIDAY_KINDS),
    }
    const before = holidays.get(after.date)
    return {
      key: after.date,
      label: `${after.date} ${after.name}`,
      isNew: before === undefined,
      fields: before === undefined ? [] : changesOf(told(before), told(after)),
      change: after,
    }
  },
  async apply(tx, change) {
    await putHolidays(tx, [change])
    return change.date
  },
  rows: ({ holidays }) => [...holidays.values()].map(row => [row.date, row.name, row.kind]),
}
