import {
  endOfficer,
  insertOfficers,
  listDistricts,
  listEveryAccount,
  listEveryOfficer,
  listVillages,
  lockOfficers,
} from '@mufakat/db'
import { isTanggal, newSpellFault, type Spell } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { type KnownPerson, keyOfPerson, personIn } from './person-key'
import { changesOf, type Row, WrongCell } from './row'
import type { Table } from './table'

interface Place {
  readonly code: string
  readonly name: string
  readonly active: boolean
  readonly isVillage: boolean
}

interface Known extends Spell {
  readonly id: string
  readonly code: string
}

interface State {
  readonly places: readonly Place[]
  readonly people: readonly KnownPerson[]
  spells: Known[]
  readonly today: string
}

interface Change {
  readonly spell: Known
  readonly isVillage: boolean
  readonly isNew: boolean
}

function dayIn(row: Row, column: string): string | null {
  const text = row.optional(column) ?? ''
  if (text === '') return null
  if (!isTanggal(text)) throw new WrongCell(column, 'date')
  return text
}

/** Operators of desa, and camat that are named: known by place, person and first day. */
export const operatorTable: Table<State, Change> = {
  right: 'operator.edit',
  columns: [
    { name: 'kode', required: true, width: 16, example: '17.06.01.2005' },
    { name: 'wilayah', width: 24, example: 'Suka Pindah' },
    { name: 'orang', required: true, width: 30, example: 'operator@contoh.go.id' },
    { name: 'nama', width: 30, example: '' },
    { name: 'telepon', width: 18, example: '' },
    { name: 'mulai', width: 12, example: '2026-01-01' },
    { name: 'sampai', width: 12, example: '' },
  ],
  lock: lockOfficers,
  async load(db, today) {
    const [districts, villages, people, officers] = await Promise.all([
      listDistricts(db),
      listVillages(db),
      listEveryAccount(db),
      listEveryOfficer(db),
    ])
    const spells = officers.map(({ districtCode, villageCode, ...row }) => ({
      ...row,
      code: villageCode ?? districtCode ?? '',
    }))
    return {
      places: [
        ...districts.map(({ code, name, active }) => ({ code, name, active, isVillage: false })),
        ...villages.map(({ code, name, active }) => ({ code, name, active, isVillage: true })),
      ],
      people,
      spells,
      today,
    }
  },
  judge(row, state) {
    const code = row.text('kode', 20)
    const place = state.places.find(one => one.code === code)
    if (place === undefined) throw new WrongCell('kode', 'region')
    const person = personIn('orang', row.text('orang', 200), state.people)
    const from = dayIn(row, 'mulai')
    const ofPlace = state.spells.filter(one => one.code === code)
    // Without a first day the row is about who serves there now, or begins today.
    const before = ofPlace.find(
      one => one.personId === person.id && (from === null ? one.until === null : one.from === from),
    )
    const until = row.optional('sampai') === null ? (before?.until ?? null) : dayIn(row, 'sampai')
    const spell = {
      id: before?.id ?? newId(),
      code,
      personId: person.id,
      from: from ?? before?.from ?? state.today,
      until,
    }
    if (before === undefined && !place.active) throw new WrongCell('kode', 'region')
    if (before === undefined && !person.active) throw new WrongCell('orang', 'person')
    const fault = newSpellFault(
      ofPlace.filter(one => one !== before),
      spell,
    )
    if (fault !== null) throw new WrongCell(fault === 'already' ? 'orang' : 'sampai', `officer-${fault}`)
    state.spells = [...state.spells.filter(one => one !== before), spell]
    return {
      key: `${code} ${person.id} ${spell.from}`,
      label: `${person.name}, ${place.name}`,
      isNew: before === undefined,
      fields:
        before === undefined ? [] : changesOf({ sampai: before.until ?? '' }, { sampai: spell.until ?? '' }),
      change: { spell, isVillage: place.isVillage, isNew: before === undefined },
    }
  },
  async apply(tx, { spell, isVillage, isNew }) {
    const { id, code, personId, from, until } = spell
    const where = { districtCode: isVillage ? null : code, villageCode: isVillage ? code : null }
    if (isNew) await insertOfficers(tx, [{ id, ...where, personId, from, until }])
    else await endOfficer(tx, { id, until })
    return personId
  },
  rows: ({ spells, places, people }) =>
    spells.map(({ code, personId, from, until }) => {
      const person = people.find(one => one.id === personId)
      const place = places.find(one => one.code === code)
      return [
        code,
        place?.name ?? '',
        person === undefined ? '' : keyOfPerson(person),
        person?.name ?? '',
        person?.phone ?? '',
        from,
        until ?? '',
      ]
    }),
}
