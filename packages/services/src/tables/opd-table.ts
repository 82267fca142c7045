import { insertOpd, listDistricts, listOpdRows, lockOpd, type OpdRow, updateOpd } from '@mufakat/db'
import { mayStandUnder, OPD_KINDS, treeOrder } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { changesOf, plainText, type Row, WrongCell, yesNo } from './row'
import type { Table } from './table'

type Values = Pick<
  OpdRow,
  'name' | 'shortName' | 'aliases' | 'kind' | 'parentId' | 'districtCode' | 'position' | 'active'
>

interface State {
  opd: OpdRow[]
  districts: readonly { code: string; name: string; active: boolean }[]
}

interface Change {
  readonly id: string
  readonly isNew: boolean
  readonly values: Values
}

const byShortName = (rows: readonly OpdRow[], shortName: string): OpdRow | undefined =>
  rows.find(row => plainText(row.shortName) === plainText(shortName))

const shortNameOf = (rows: readonly OpdRow[], id: string | null): string =>
  rows.find(row => row.id === id)?.shortName ?? ''

function parentOf(row: Row, state: State, before: OpdRow | undefined): string | null {
  const text = row.optional('induk')
  if (text === null) return before?.parentId ?? null
  if (text === '') return null
  const parent = byShortName(state.opd, text)
  if (parent === undefined) throw new WrongCell('induk', 'opd')
  if (parent.id === before?.parentId) return parent.id
  if (!parent.active) throw new WrongCell('induk', 'opd')
  if (before !== undefined && !mayStandUnder(state.opd, before.id, parent.id))
    throw new WrongCell('induk', 'own-branch')
  return parent.id
}

function districtOf(row: Row, state: State, before: OpdRow | undefined): string | null {
  const text = row.optional('kecamatan')
  if (text === null) return before?.districtCode ?? null
  if (text === '') return null
  const district = state.districts.find(one => one.code === text || plainText(one.name) === plainText(text))
  if (district === undefined) throw new WrongCell('kecamatan', 'district')
  const { code, active } = district
  if (code === before?.districtCode) return code
  if (!active) throw new WrongCell('kecamatan', 'district')
  if (state.opd.some(one => one.active && one.districtCode === code && one.id !== before?.id))
    throw new WrongCell('kecamatan', 'district-taken')
  return code
}

function valuesOf(row: Row, state: State, before: OpdRow | undefined): Values {
  const name = row.text('nama', 200)
  if (state.opd.some(one => one.id !== before?.id && plainText(one.name) === plainText(name)))
    throw new WrongCell('nama', 'name-taken')
  const aliases = row.list('alias', before?.aliases ?? [])
  if (aliases.length > 20 || aliases.some(alias => alias.length > 200))
    throw new WrongCell('alias', 'too-long')
  return {
    name,
    shortName: row.text('singkatan', 40),
    aliases: [...aliases],
    kind: row.code('jenis', OPD_KINDS),
    parentId: parentOf(row, state, before),
    districtCode: districtOf(row, state, before),
    position: row.position('urutan', before?.position ?? state.opd.length),
    active: row.yes('aktif', before?.active ?? true),
  }
}

const told = (rows: readonly OpdRow[], values: Values): Record<string, string> => ({
  nama: values.name,
  singkatan: values.shortName,
  alias: values.aliases.join('; '),
  jenis: values.kind,
  induk: shortNameOf(rows, values.parentId),
  kecamatan: values.districtCode ?? '',
  urutan: String(values.position),
  aktif: yesNo(values.active),
})

/** OPD, known by their singkatan. Whose row comes first may be named as the parent of a later one. */
export const opdTable: Table<State, Change> = {
  right: 'opd.edit',
  columns: [
    { name: 'nama', required: true, width: 50, example: 'Dinas Pariwisata' },
    { name: 'singkatan', required: true, width: 18, example: 'Dispar' },
    { name: 'alias', width: 24, example: 'Disparpora; Pariwisata' },
    { name: 'jenis', required: true, width: 14, example: 'dinas' },
    { name: 'induk', width: 18, example: '' },
    { name: 'kecamatan', width: 14, example: '' },
    { name: 'urutan', width: 8, example: '30' },
    { name: 'aktif', width: 8, example: 'ya' },
    { name: 'digabung_ke', width: 18, example: '' },
  ],
  lock: lockOpd,
  load: async db => ({ opd: await listOpdRows(db), districts: await listDistricts(db) }),
  judge(row, state) {
    const before = byShortName(state.opd, row.text('singkatan', 40))
    const values = valuesOf(row, state, before)
    const isNew = before === undefined
    const id = before?.id ?? newId()
    const fields = before === undefined ? [] : changesOf(told(state.opd, before), told(state.opd, values))
    const after = { mergedInto: null, revision: 1, ...before, ...values, id }
    state.opd = isNew ? [...state.opd, after] : state.opd.map(one => (one.id === id ? after : one))
    return {
      key: plainText(values.shortName),
      label: values.shortName,
      isNew,
      fields,
      change: { id, isNew, values },
    }
  },
  async apply(tx, { id, isNew, values }) {
    if (isNew) await insertOpd(tx, [{ id, ...values }])
    // One that is active again is merged into none (SPEC.md O4).
    else await updateOpd(tx, id, values.active ? { ...values, mergedInto: null } : values)
    return id
  },
  rows: ({ opd }) =>
    treeOrder(opd).map(({ opd: one }) => [
      ...Object.values(told(opd, one)),
      shortNameOf(opd, one.mergedInto),
    ]),
}
