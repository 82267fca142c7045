import {
  insertJabatan,
  type JabatanRow,
  listHoldings,
  listJabatanRows,
  listOpdRows,
  lockOpd,
  type OpdRow,
  updateJabatan,
} from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { changesOf, plainText, WrongCell, yesNo } from './row'
import type { Table } from './table'

type Values = Pick<JabatanRow, 'name' | 'isHead' | 'position' | 'active'>

interface State {
  readonly opd: readonly OpdRow[]
  jabatan: JabatanRow[]
  /** Ids of jabatan that somebody holds today. */
  readonly held: ReadonlySet<string>
}

interface Change {
  readonly id: string
  readonly opdId: string
  readonly isNew: boolean
  readonly values: Values
}

const told = (values: Values): Record<string, string> => ({
  jabatan: values.name,
  kepala: yesNo(values.isHead),
  urutan: String(values.position),
  aktif: yesNo(values.active),
})

/** Jabatan, known by OPD and name. */
export const jabatanTable: Table<State, Change> = {
  right: 'opd.edit',
  columns: [
    { name: 'opd', required: true, width: 18, example: 'Dispar' },
    { name: 'jabatan', required: true, width: 50, example: 'Kepala Dinas Pariwisata' },
    { name: 'kepala', width: 8, example: 'ya' },
    { name: 'urutan', width: 8, example: '1' },
    { name: 'aktif', width: 8, example: 'ya' },
  ],
  lock: lockOpd,
  async load(db, today) {
    const [opd, jabatan, holdings] = await Promise.all([
      listOpdRows(db),
      listJabatanRows(db),
      listHoldings(db, { on: today }),
    ])
    return { opd, jabatan, held: new Set(holdings.map(holding => holding.jabatanId)) }
  },
  judge(row, state) {
    const shortName = row.text('opd', 40)
    const opd = state.opd.find(one => plainText(one.shortName) === plainText(shortName))
    if (opd === undefined) throw new WrongCell('opd', 'opd')
    const name = row.text('jabatan', 200)
    const ofOpd = state.jabatan.filter(one => one.opdId === opd.id)
    const before = ofOpd.find(one => plainText(one.name) === plainText(name))
    if (before === undefined && !opd.active) throw new WrongCell('opd', 'opd')
    const values: Values = {
      name,
      isHead: row.yes('kepala', before?.isHead ?? false),
      position: row.position('urutan', before?.position ?? ofOpd.length),
      active: row.yes('aktif', before?.active ?? true),
    }
    const isSecondHead =
      values.isHead && values.active && ofOpd.some(one => one !== before && one.isHead && one.active)
    if (isSecondHead) throw new WrongCell('kepala', 'head-taken')
    if (before?.active && !values.active && state.held.has(before.id))
      throw new WrongCell('aktif', 'jabatan-held')
    const id = before?.id ?? newId()
    const after = { revision: 1, ...before, ...values, id, opdId: opd.id }
    state.jabatan = [...state.jabatan.filter(one => one !== before), after]
    return {
      key: `${opd.id} ${plainText(name)}`,
      label: `${name}, ${opd.shortName}`,
      isNew: before === undefined,
      fields: before === undefined ? [] : changesOf(told(before), told(values)),
      change: { id, opdId: opd.id, isNew: before === undefined, values },
    }
  },
  async apply(tx, { id, opdId, isNew, values }) {
    if (isNew) await insertJabatan(tx, [{ id, opdId, ...values }])
    else await updateJabatan(tx, id, values)
    return id
  },
  rows: ({ opd, jabatan }) =>
    opd.flatMap(one =>
      jabatan
        .filter(({ opdId }) => opdId === one.id)
        .map(row => [one.shortName, ...Object.values(told(row))]),
    ),
}
