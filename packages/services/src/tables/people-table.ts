import {
  endHolding,
  type HoldingRow,
  insertHoldings,
  insertPeople,
  type JabatanRow,
  listEveryAccount,
  listHoldingsFrom,
  listJabatanRows,
  listOpdRows,
  lockAdmins,
  lockOpd,
  lockPeople,
  type OpdRow,
  updateAccount,
} from '@mufakat/db'
import {
  addDays,
  type Golongan,
  mainHoldingOf,
  newHoldingFault,
  normalizeNip,
  parseGolongan,
  ROLES,
  type Role,
  type Tanggal,
} from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { z } from 'zod'
import { telephone } from '../account/inputs'
import type { KnownPerson } from './person-key'
import { changesOf, plainText, type Row, WrongCell } from './row'
import type { Table } from './table'

/*
 * Invariants:
 * 1. A file gives nobody a way in: no password, no invitation, no other e-mail or NIP than an account has, and nobody
 *    becomes admin by it or stops being one.
 * 2. A jabatan that a row names is held from today, the definitif one before it up to yesterday.
 */

interface Holds {
  readonly jabatanId: string
  /** The definitif holding that ends with it. */
  readonly ends: string | null
}

interface Values {
  readonly name: string
  readonly nip: string | null
  readonly golongan: Golongan | null
  readonly email: string | null
  readonly phone: string | null
  readonly role: Role
}

interface Change {
  readonly id: string
  readonly isNew: boolean
  readonly values: Values
  readonly holds: Holds | null
}

interface State {
  readonly opd: readonly OpdRow[]
  readonly jabatan: readonly JabatanRow[]
  people: KnownPerson[]
  holdings: HoldingRow[]
  readonly today: Tanggal
}

const email = z.email()

function nipIn(row: Row, before: string | null): string | null {
  const text = row.optional('nip')
  if (text === null || text === '') return before
  const nip = normalizeNip(text)
  if (nip === null) throw new WrongCell('nip', 'nip')
  return nip
}

function golonganIn(row: Row, before: Golongan | null): Golongan | null {
  const text = row.optional('golongan')
  if (text === null) return before
  if (text === '') return null
  const golongan = parseGolongan(text)
  if (golongan === null) throw new WrongCell('golongan', 'golongan')
  return golongan
}

function emailIn(row: Row, before: string | null): string | null {
  const text = row.optional('email')?.toLowerCase()
  if (!text) return before
  if (text.length > 200 || !email.safeParse(text).success) throw new WrongCell('email', 'email')
  return text
}

function phoneIn(row: Row, before: string | null): string | null {
  const text = row.optional('telepon')
  if (text === null) return before
  const parsed = telephone.safeParse(text)
  if (!parsed.success) throw new WrongCell('telepon', 'phone')
  return parsed.data
}

/** Whom the row is about: by NIP, else by e-mail. */
function knownIn(row: Row, people: readonly KnownPerson[]): KnownPerson | undefined {
  const [nip, address] = [nipIn(row, null), emailIn(row, null)]
  if (nip === null && address === null) throw new WrongCell('email', 'login')
  return (
    people.find(one => nip !== null && one.nip === nip) ??
    people.find(one => address !== null && one.email === address)
  )
}

function valuesOf(row: Row, state: State, before: KnownPerson | undefined): Values {
  const values = {
    name: row.text('nama', 200),
    nip: nipIn(row, before?.nip ?? null),
    golongan: golonganIn(row, before?.golongan ?? null),
    email: emailIn(row, before?.email ?? null),
    phone: phoneIn(row, before?.phone ?? null),
    role: row.optional('peran') === null && before ? before.role : row.code('peran', ROLES),
  }
  if (before?.nip && values.nip !== before.nip) throw new WrongCell('nip', 'login-fixed')
  if (before?.email && values.email !== before.email) throw new WrongCell('email', 'login-fixed')
  if (values.role !== before?.role && [values.role, before?.role].includes('admin'))
    throw new WrongCell('peran', 'admin-role')
  for (const column of ['nip', 'email'] as const)
    if (
      values[column] !== null &&
      state.people.some(one => one.id !== before?.id && one[column] === values[column])
    )
      throw new WrongCell(column, 'taken')
  return values
}

const mainOf = (state: State, personId: string): HoldingRow | null =>
  mainHoldingOf(state.holdings, personId, state.today)

/** The jabatan that the row names, when the person does not hold it yet. */
function holdsOf(row: Row, state: State, id: string): Holds | null {
  const [shortName, name] = [row.optional('opd') ?? '', row.optional('jabatan') ?? '']
  if (shortName === '' && name === '') return null
  if (shortName === '') throw new WrongCell('opd', 'required')
  if (name === '') throw new WrongCell('jabatan', 'required')
  const opd = state.opd.find(one => plainText(one.shortName) === plainText(shortName))
  if (opd === undefined) throw new WrongCell('opd', 'opd')
  const jabatan = state.jabatan.find(one => one.opdId === opd.id && plainText(one.name) === plainText(name))
  if (jabatan === undefined) throw new WrongCell('jabatan', 'jabatan')
  const own = state.holdings.filter(one => one.personId === id)
  const isHeld = own.some(
    one =>
      one.jabatanId === jabatan.id && one.from <= state.today && (one.until ?? state.today) >= state.today,
  )
  if (isHeld) return null
  if (!opd.active) throw new WrongCell('opd', 'opd')
  if (!jabatan.active) throw new WrongCell('jabatan', 'jabatan')
  const main = mainOf(state, id)
  const ends = main?.kind === 'definitif' ? main : null
  if (ends !== null && ends.from >= state.today) throw new WrongCell('jabatan', 'holding-today')
  const fault = newHoldingFault(
    state.holdings.filter(one => one.jabatanId === jabatan.id),
    { personId: id, kind: 'definitif', from: state.today, until: null },
  )
  if (fault !== null) throw new WrongCell('jabatan', `holding-${fault}`)
  const added = { id: newId(), jabatanId: jabatan.id, personId: id, kind: 'definitif' as const }
  const names = { jabatan: jabatan.name, isHead: jabatan.isHead, opdId: opd.id, opdShortName: opd.shortName }
  const until = addDays(state.today, -1)
  state.holdings = [
    ...state.holdings.map(one => (one === ends ? { ...one, until } : one)),
    { ...added, ...names, opdName: opd.name, from: state.today, until: null },
  ]
  return { jabatanId: jabatan.id, ends: ends?.id ?? null }
}

const told = (values: Values, main: HoldingRow | null): Record<string, string> => ({
  nama: values.name,
  nip: values.nip ?? '',
  golongan: values.golongan ?? '',
  email: values.email ?? '',
  telepon: values.phone ?? '',
  peran: values.role,
  opd: main?.opdShortName ?? '',
  jabatan: main?.jabatan ?? '',
})

/** People with their main jabatan, known by NIP or e-mail. */
export const peopleTable: Table<State, Change> = {
  right: 'account.manage',
  columns: [
    { name: 'nama', required: true, width: 34, example: 'Contoh, S.Sos.' },
    { name: 'nip', width: 22, example: '' },
    { name: 'golongan', width: 12, example: 'III/d' },
    { name: 'email', width: 30, example: 'contoh@contoh.go.id' },
    { name: 'telepon', width: 18, example: '0812 0000 0000' },
    { name: 'peran', required: true, width: 14, example: 'staf_opd' },
    { name: 'opd', width: 18, example: 'Bappelitbangda' },
    { name: 'jabatan', width: 40, example: 'Perencana' },
  ],
  async lock(tx) {
    await lockAdmins(tx)
    await lockPeople(tx)
    await lockOpd(tx)
  },
  async load(db, today) {
    const [opd, jabatan, people, holdings] = await Promise.all([
      listOpdRows(db),
      listJabatanRows(db),
      listEveryAccount(db),
      listHoldingsFrom(db, today),
    ])
    return { opd, jabatan, people, holdings, today }
  },
  judge(row, state) {
    const before = knownIn(row, state.people)
    const values = valuesOf(row, state, before)
    const id = before?.id ?? newId()
    const mainBefore = mainOf(state, id)
    const holds = holdsOf(row, state, id)
    const after = holds === null ? mainBefore : mainOf(state, id)
    const { active, revision } = before ?? { active: true, revision: 1 }
    state.people = [...state.people.filter(one => one !== before), { id, ...values, active, revision }]
    return {
      key: id,
      label: values.name,
      isNew: before === undefined,
      fields: before === undefined ? [] : changesOf(told(before, mainBefore), told(values, after)),
      change: { id, isNew: before === undefined, values, holds },
    }
  },
  async apply(tx, { id, isNew, values, holds }, { now, today }) {
    if (isNew) await insertPeople(tx, [{ id, ...values, createdAt: now }])
    else await updateAccount(tx, id, values)
    if (holds === null) return id
    if (holds.ends !== null) await endHolding(tx, { holdingId: holds.ends, until: addDays(today, -1) })
    await insertHoldings(tx, [
      { id: newId(), jabatanId: holds.jabatanId, personId: id, kind: 'definitif', from: today },
    ])
    return id
  },
  rows: state => state.people.map(person => Object.values(told(person, mainOf(state, person.id)))),
}
