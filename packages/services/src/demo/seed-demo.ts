import type { Tx } from '@mufakat/db'
import {
  anyPerson,
  insertHoldings,
  insertJabatan,
  insertOpd,
  insertPeople,
  insertPostponement,
  insertRegions,
  lockRapat,
  updateRapatRow,
  writeSetting,
} from '@mufakat/db'
import type { HoldingKind, RapatStatus, TindakLanjutStatus } from '@mufakat/domain'
import { addDays, fromWib, shiftTriwulan, triwulanOfDate, triwulanRange, wibDate } from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import type { ServiceContext } from '../context'
import { inTransaction } from '../context'
import { DEMO_SETTING } from '../demo-state'
import { changeCardOfLine, postponeCardOfLine } from '../kartu/of-notula'
import { hashPassword } from '../password'
import { insertWholeRapat } from '../rapat-write'
import { approveWithin } from '../ratification/approve'
import { submitWithin } from '../ratification/review'
import { insertNextRapat } from '../series/open-next'
import { putSetting } from '../settings/settings'
import { templateOf } from '../template'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, demoEmail, demoName } from './accounts'
import { insertInvitation, insertPastAttendance } from './attendance'
import { comingRakor } from './coming-rakor'
import { insertGroups } from './groups'
import type { DemoFacts } from './lines'
import { olderRakor } from './older-rakor'
import { demoOpd } from './organisation'
import { pastRakor } from './past-rakor'
import { insertSasaran } from './sasaran'
import { insertDemoSeries } from './series'
import { DEMO_TEMPLATE } from './template'
import { demoRegions } from './wilayah'

const REGENCY = { name: 'Kabupaten Mukomuko', code: '17.06', province: 'Bengkulu' }
/** Long before anything in the demo happens. */
const HOLDING_FROM = '2025-03-01'
const HOUR_MS = 3_600_000

interface SeededPeople {
  /** Person of a demo account by its login. */
  readonly accounts: ReadonlyMap<string, string>
  readonly opdIds: ReadonlyMap<string, string>
}

/** Whether nobody has an account yet: the mark of a new data folder. */
export const isEmpty = async (ctx: ServiceContext): Promise<boolean> => !(await anyPerson(ctx.database.db))

/** Fills a new database with the example regency. Does nothing when there is a person already. */
export async function seedDemo(ctx: ServiceContext): Promise<void> {
  const hashes = new Map(
    await Promise.all(
      DEMO_ACCOUNTS.map(async ({ login }) => [login, await hashPassword(DEMO_PASSWORD)] as const),
    ),
  )
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    if (await anyPerson(tx)) return
    const people = await insertOrganisation(tx, now, hashes)
    await insertGroups(tx, {
      now,
      from: HOLDING_FROM,
      chairId: defined(people.accounts.get('wabup'), 'wabup'),
      opdIds: people.opdIds,
    })
    await insertRakor(tx, now, people)
    await insertSasaran(tx, {
      ...{ now, opdIds: people.opdIds, districts: demoRegions().districts.map(({ code }) => code) },
      account: login => defined(people.accounts.get(login), login),
    })
    await putSetting(tx, { key: 'regency', value: REGENCY, revision: 0, actorId: null, now })
    await putSetting(tx, {
      key: 'rapat-template',
      value: DEMO_TEMPLATE,
      revision: 0,
      actorId: null,
      now,
    })
    await writeSetting(tx, { key: DEMO_SETTING, value: { seeded: true }, now })
    await recordAudit(tx, { at: now, actorId: null, action: 'demo.seed' })
  })
}

async function insertOrganisation(
  tx: Tx,
  now: Date,
  hashes: ReadonlyMap<string, string>,
): Promise<SeededPeople> {
  const regions = demoRegions()
  await insertRegions(tx, regions)
  const agencies = demoOpd(regions.districts).map((opd, position) => ({ ...opd, id: newId(), position }))
  // A camat answers to the Bupati by way of the Sekretaris Daerah.
  const above = defined(
    agencies.find(opd => opd.shortName === 'Setda'),
    'Setda',
  ).id
  await insertOpd(
    tx,
    agencies.map(({ id, name, shortName, aliases, kind, districtCode, position }) => ({
      id,
      parentId: kind === 'kecamatan' ? above : null,
      name,
      shortName,
      aliases: [...(aliases ?? [])],
      kind,
      districtCode,
      position,
    })),
  )
  const opdIds = new Map(agencies.map(opd => [opd.shortName, opd.id]))
  const heads = new Map(agencies.map(opd => [opd.shortName, newId()]))

  const jabatan = agencies.map(opd => ({
    id: defined(heads.get(opd.shortName), 'head'),
    opdId: opd.id,
    name: opd.head,
    isHead: true,
  }))
  const holdings: { jabatanId: string; personId: string; kind: HoldingKind }[] = []
  const accounts = DEMO_ACCOUNTS.map(account => ({ ...account, id: newId() }))
  const people: Parameters<typeof insertPeople>[1] = accounts.map(account => ({
    id: account.id,
    name: demoName(account.label),
    email: demoEmail(account.login),
    nip: account.nip ?? null,
    golongan: account.golongan ?? null,
    role: account.role,
    passwordHash: defined(hashes.get(account.login), 'hash'),
    isExample: true,
    createdAt: now,
  }))
  for (const { id, post } of accounts) {
    if (post === null) continue
    const isHead = post.jabatan === 'head'
    const jabatanId = isHead ? defined(heads.get(post.opd), post.opd) : newId()
    if (!isHead)
      jabatan.push({
        id: jabatanId,
        opdId: defined(opdIds.get(post.opd), post.opd),
        name: post.jabatan,
        isHead: false,
      })
    holdings.push({ jabatanId, personId: id, kind: 'definitif' })
  }

  // Everyone else heads their OPD without an account; one post is vacant and led by a Plt. beside their own.
  const headOf = new Map<string, string>()
  for (const opd of agencies) {
    const jabatanId = defined(heads.get(opd.shortName), 'head')
    if (holdings.some(holding => holding.jabatanId === jabatanId) || opd.shortName === PLT.vacant) continue
    const id = newId()
    headOf.set(opd.shortName, id)
    people.push(headWithoutAccount(id, opd.head, now))
    holdings.push({ jabatanId, personId: id, kind: 'definitif' })
  }
  holdings.push({
    jabatanId: defined(heads.get(PLT.vacant), 'vacant post'),
    personId: defined(headOf.get(PLT.ledFrom), 'acting head'),
    kind: 'plt',
  })

  await insertPeople(tx, people)
  await insertJabatan(tx, jabatan)
  await insertHoldings(
    tx,
    holdings.map(holding => ({ ...holding, id: newId(), from: HOLDING_FROM })),
  )
  return { accounts: new Map(accounts.map(account => [account.login, account.id])), opdIds }
}

const PLT = { vacant: 'DKP', ledFrom: 'Distan' } as const

const headWithoutAccount = (id: string, title: string, now: Date) => ({
  id,
  name: demoName(title),
  email: null,
  nip: null,
  role: 'kepala_opd' as const,
  passwordHash: null,
  isExample: true,
  createdAt: now,
})

/** The Tuesday on or after a day: the weekday on which the example's rakor are held. */
function tuesdayFrom(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return addDays(date, (2 - weekday + 7) % 7)
}

async function insertRakor(tx: Tx, now: Date, { accounts, opdIds }: SeededPeople): Promise<void> {
  const today = wibDate(now)
  const account = (login: string): string => defined(accounts.get(login), login)
  const facts: DemoFacts = { today, opdId: name => defined(opdIds.get(name), name) }
  const comingDate = tuesdayFrom(addDays(today, 10))
  const triwulan = triwulanOfDate(comingDate)
  const dateIn = (of: typeof triwulan) => tuesdayFrom(addDays(triwulanRange(of).to, -20))
  const [before, oldest] = [shiftTriwulan(triwulan, -1), shiftTriwulan(triwulan, -2)]
  const pastDate = dateIn(before)
  const past = pastRakor(facts)
  const older = olderRakor(facts, pastDate)
  const organiser = account('sekretariat')
  const olderStart = fromWib(dateIn(oldest), '09:00')
  const series = await insertDemoSeries(tx, { now, account, opdIds }, hoursFrom(olderStart, -30 * 24))
  const shared = {
    chairId: account('wabup'),
    notulisId: organiser,
    invitedOpdIds: [...opdIds.values()],
    seriesId: series.id,
    isExample: true,
  }
  const facing = (of: typeof triwulan) => {
    const { agenda: _, ...template } = templateOf(DEMO_TEMPLATE, of)
    return { ...template, ...of }
  }
  const held = async (start: Date, rapat: Parameters<typeof insertWholeRapat>[3]): Promise<string> => {
    const rapatId = await insertWholeRapat(tx, hoursFrom(start, -14 * 24), organiser, rapat)
    await setStatuses(tx, rapatId, organiser, [
      ['draf', 'terjadwal', hoursFrom(start, -10 * 24)],
      ['terjadwal', 'berlangsung', start],
      ['berlangsung', 'selesai', hoursFrom(start, 3)],
    ])
    return rapatId
  }

  const pastStart = fromWib(pastDate, '09:00')
  const { items } = older
  const olderId = await held(olderStart, { ...shared, ...facing(oldest), date: dateIn(oldest), items })
  await setLineStatuses(tx, olderId, older.statuses, { at: now, personId: organiser })
  await ratify(tx, olderId, account, hoursFrom(olderStart, 6 * 24))
  const pastId = await held(pastStart, { ...shared, ...facing(before), date: pastDate, ...past })
  await setLineStatuses(tx, pastId, past.statuses, { at: now, personId: organiser })
  await insertPastAttendance(tx, { rapatId: pastId, day: pastDate, sekretariatId: organiser })
  const { lineId, ...postponed } = older.postponed
  await postponeCardOfLine(
    tx,
    { rapatId: olderId, lineId },
    {
      ...postponed,
      reason: 'Menunggu kesepakatan metode penanganan per lokasi',
      by: organiser,
      at: hoursFrom(pastStart, 1),
      duringRapatId: pastId,
    },
  )
  await insertPostponement(tx, {
    rapatId: pastId,
    itemId: past.leftItemId,
    reason: 'Waktu tidak mencukupi',
    by: organiser,
    at: hoursFrom(pastStart, 3),
  })

  const next = { triwulan, month: comingDate, date: comingDate }
  const comingId = await insertNextRapat(tx, series, next, {
    now: hoursFrom(now, -2),
    today,
    personId: organiser,
    prepared: comingRakor(facts),
  })
  await setStatuses(tx, comingId, organiser, [['draf', 'terjadwal', hoursFrom(now, -1)]])
  await insertInvitation(tx, {
    rapatId: comingId,
    day: comingDate,
    sekretariatId: organiser,
    now,
    signerId: account('wabup'),
  })
}

async function setLineStatuses(
  tx: Tx,
  rapatId: string,
  statuses: ReadonlyMap<string, TindakLanjutStatus>,
  by: { at: Date; personId: string },
): Promise<void> {
  for (const [lineId, status] of statuses) {
    const change = { status, finishedAt: status === 'selesai' ? by.at : null }
    const details = { from: 'belum', to: status } as const
    await changeCardOfLine(tx, { rapatId, lineId }, change, { ...by, kind: 'status', details })
  }
}

/** Through the use-cases, so that the demo's record is sealed like any other; nobody is written to. */
async function ratify(
  tx: Tx,
  rapatId: string,
  account: (login: string) => string,
  submittedAt: Date,
): Promise<void> {
  const rapat = async () => defined(await lockRapat(tx, rapatId), 'a rakor that was held')
  const by = (login: string, hours: number) => ({
    personId: account(login),
    now: hoursFrom(submittedAt, hours),
    baseUrl: null,
  })
  await submitWithin(tx, await rapat(), by('sekretariat', 0))
  await approveWithin(tx, await rapat(), by('sekretariat', 1), null)
  await approveWithin(tx, await rapat(), by('wabup', 3), null)
}

const hoursFrom = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * HOUR_MS)

async function setStatuses(
  tx: Tx,
  rapatId: string,
  actorId: string,
  steps: readonly (readonly [from: RapatStatus, to: RapatStatus, at: Date])[],
): Promise<void> {
  for (const [from, to, at] of steps) {
    await updateRapatRow(tx, rapatId, { status: to, updatedAt: at })
    await recordAudit(tx, { at, actorId, action: 'rapat.set-status', rapatId, details: { from, to } })
  }
}
