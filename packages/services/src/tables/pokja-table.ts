import {
  insertPokja,
  listEveryAccount,
  listOpdRows,
  listPokjaRows,
  lockPokja,
  type OpdRow,
  type PokjaRow,
  replacePokjaMembers,
  updatePokja,
} from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { type KnownPerson, keyOfPerson, personIn } from './person-key'
import { changesOf, plainText, type Row, WrongCell, yesNo } from './row'
import type { Table } from './table'

type Values = Omit<PokjaRow, 'id' | 'revision'>

interface State {
  readonly opd: readonly OpdRow[]
  readonly people: readonly KnownPerson[]
  readonly pokja: readonly PokjaRow[]
}

interface Change {
  readonly id: string
  readonly isNew: boolean
  readonly values: Values
}

const shown = (state: State, ids: readonly string[]): string =>
  ids.map(id => state.opd.find(one => one.id === id)?.shortName ?? '').join('; ')

function told(state: State, values: Values): Record<string, string> {
  const key = (id: string): string => {
    const person = state.people.find(one => one.id === id)
    return person === undefined ? '' : keyOfPerson(person)
  }
  return {
    singkatan: values.shortName,
    nama: values.name,
    ketua: values.chairId === null ? '' : key(values.chairId),
    opd: shown(state, values.opdIds),
    anggota: values.personIds.map(key).join('; '),
    urutan: String(values.position),
    aktif: yesNo(values.active),
  }
}

/** In the order in which they are kept, so that another order in a file is no change. */
const inOrder = (ids: readonly string[], all: readonly { id: string }[]): string[] =>
  all.map(one => one.id).filter(id => ids.includes(id))

function opdIn(row: Row, state: State, before: PokjaRow | undefined): string[] {
  if (row.optional('opd') === null) return [...(before?.opdIds ?? [])]
  const ids = row.list('opd', []).map(text => {
    const opd = state.opd.find(one => plainText(one.shortName) === plainText(text))
    if (opd === undefined || !(opd.active || before?.opdIds.includes(opd.id)))
      throw new WrongCell('opd', 'opd')
    return opd.id
  })
  return inOrder(ids, state.opd)
}

function member(column: string, text: string, state: State, before: readonly (string | null)[]): string {
  const person = personIn(column, text, state.people)
  if (!person.active && !before.includes(person.id)) throw new WrongCell(column, 'person')
  return person.id
}

function peopleIn(row: Row, state: State, before: PokjaRow | undefined): string[] {
  if (row.optional('anggota') === null) return [...(before?.personIds ?? [])]
  const ids = row.list('anggota', []).map(text => member('anggota', text, state, before?.personIds ?? []))
  return inOrder(ids, state.people)
}

function chairIn(row: Row, state: State, before: PokjaRow | undefined): string | null {
  const text = row.optional('ketua')
  if (text === null) return before?.chairId ?? null
  return text === '' ? null : member('ketua', text, state, [before?.chairId ?? null])
}

/** Pokja, known by their singkatan. */
export const pokjaTable: Table<State, Change> = {
  right: 'pokja.edit',
  columns: [
    { name: 'singkatan', required: true, width: 18, example: 'Pokja Data' },
    { name: 'nama', required: true, width: 50, example: 'Kelompok Kerja Pendataan' },
    { name: 'ketua', width: 24, example: '' },
    { name: 'opd', width: 40, example: 'Bappelitbangda; Dinsos' },
    { name: 'anggota', width: 40, example: '' },
    { name: 'urutan', width: 8, example: '1' },
    { name: 'aktif', width: 8, example: 'ya' },
  ],
  lock: lockPokja,
  async load(db) {
    const [opd, people, pokja] = await Promise.all([listOpdRows(db), listEveryAccount(db), listPokjaRows(db)])
    return { opd, people, pokja }
  },
  judge(row, state) {
    const shortName = row.text('singkatan', 40)
    const before = state.pokja.find(one => plainText(one.shortName) === plainText(shortName))
    const values: Values = {
      shortName,
      name: row.text('nama', 200),
      chairId: chairIn(row, state, before),
      opdIds: opdIn(row, state, before),
      personIds: peopleIn(row, state, before),
      position: row.position('urutan', before?.position ?? state.pokja.length + 1),
      active: row.yes('aktif', before?.active ?? true),
    }
    const id = before?.id ?? newId()
    return {
      key: plainText(shortName),
      label: shortName,
      isNew: before === undefined,
      fields: before === undefined ? [] : changesOf(told(state, before), told(state, values)),
      change: { id, isNew: before === undefined, values },
    }
  },
  async apply(tx, { id, isNew, values: { opdIds, personIds, ...rest } }) {
    if (isNew) await insertPokja(tx, { id, ...rest })
    else await updatePokja(tx, id, rest)
    await replacePokjaMembers(tx, id, { opdIds, personIds })
    return id
  },
  rows: state => state.pokja.map(row => Object.values(told(state, row))),
}
