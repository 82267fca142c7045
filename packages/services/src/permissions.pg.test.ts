import { insertPeople, readSettingRow, writeSetting } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { ROLES } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from './account/test-accounts'
import { SOMEBODY } from './account/test-permission-rows'
import * as services from './index'
import { hashPassword } from './password'
import { frozenTables } from './ratification/test-frozen'
import { ratifiedRapat } from './ratification/test-ratified'
import type { TestOrganisation } from './test-organisation'
import {
  fileContext,
  makeOrganisation,
  makeRapat,
  rapatInput,
  TEST_NOW,
  TestClock,
} from './test-organisation'
import { featureRows, featuresWithoutActor } from './test-permission-rows'

type Call = (ctx: services.FileContext, actor: Actor | null, rapatId: string) => Promise<unknown>
/** In the order nobody, admin, sekretariat, pimpinan, kepala_opd, staf_opd, tamu of the invited OPD; then of another. */
type Answers = readonly [nobody: string, own: string, other: string]

const IN = 'not-signed-in'
const REGENCY = { name: 'Kabupaten Contoh', code: '17.06', province: '' }
const DISTRICTS = 'code,regency_code,name\n17.06.01,17.06,Lubuk Pinang\n'
const DEVICE = '3f1f6f0a-5a55-4a3e-9f0a-1c2d3e4f5a6b'

/**
 * What each role is answered, own OPD (a tamu: as guest with writing) and another's. `y` done, `n` not-found,
 * `f` forbidden, `c` conflict, `x` invalid input; in the order of ROLES: admin sekretariat pimpinan kepala_opd staf_opd tamu.
 */
const TABLE: Record<string, { call: Call; answers: Answers }> = {
  ...featureRows,
  listOpd: { call: (c, a) => services.listOpd(c, a), answers: [IN, 'yyyyyy', 'yyyyyy'] },
  listRegions: { call: (c, a) => services.listRegions(c, a), answers: [IN, 'yyyyyy', 'yyyyyy'] },
  listPeople: { call: (c, a) => services.listPeople(c, a), answers: [IN, 'yyyyyf', 'yyyyyf'] },
  beranda: { call: (c, a) => services.beranda(c, a), answers: [IN, 'yyyyyy', 'yyyyyy'] },
  listAudit: {
    call: (c, a) => services.listAudit(c, a, { filter: services.auditFilterInput.parse({}), before: null }),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  auditChoices: { call: (c, a) => services.auditChoices(c, a), answers: [IN, 'yfffff', 'yfffff'] },
  auditState: { call: (c, a) => services.auditState(c, a), answers: [IN, 'yfffff', 'yfffff'] },
  exportAudit: {
    call: (c, a) => services.exportAudit(c, a, services.auditFilterInput.parse({})),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  listSessions: { call: (c, a) => services.listSessions(c, a, ''), answers: [IN, 'yyyyyy', 'yyyyyy'] },
  signOutEverywhere: { call: (c, a) => services.signOutEverywhere(c, a), answers: [IN, 'yyyyyy', 'yyyyyy'] },
  setLocale: {
    call: (c, a) => services.setLocale(c, a, { locale: 'en' }),
    answers: [IN, 'yyyyyy', 'yyyyyy'],
  },
  journalKeyFor: {
    call: (c, a) => services.journalKeyFor(c, a, { deviceId: DEVICE }),
    answers: [IN, 'yyyyyy', 'yyyyyy'],
  },
  listRapat: {
    call: (c, a) => services.listRapat(c, a, services.rapatFilterInput.parse({})),
    answers: [IN, 'yyyyyy', 'yyyyyy'],
  },
  rapatTitles: {
    call: (c, a) => services.rapatTitles(c, a, []),
    answers: [IN, 'yyyyyy', 'yyyyyy'],
  },
  createRapat: {
    call: (c, a) => services.createRapat(c, a, rapatInput()),
    answers: [IN, 'yyffff', 'yyffff'],
  },
  readSettingForm: {
    call: (c, a) => services.readSettingForm(c, a, 'regency'),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  changeSetting: {
    call: async (c, a) =>
      services.changeSetting(c, a, {
        key: 'regency',
        value: { ...REGENCY, name: `Kabupaten ${newId()}` },
        revision: (await readSettingRow(c.database.db, 'regency'))?.revision ?? 0,
      }),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  setupProgress: { call: (c, a) => services.setupProgress(c, a), answers: [IN, 'yfffff', 'yfffff'] },
  passSetupStep: {
    call: (c, a) => services.passSetupStep(c, a, 'daerah'),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  finishSetup: { call: (c, a) => services.finishSetup(c, a), answers: [IN, 'yfffff', 'yfffff'] },
  rapatTemplate: {
    call: (c, a) => services.rapatTemplate(c, a, { year: 2026, quarter: 4 }),
    answers: [IN, 'yyffff', 'yyffff'],
  },
  changeLogo: {
    call: async (c, a) =>
      services.changeLogo(c, a, {
        bytes: null,
        revision: (await readSettingRow(c.database.db, 'logo'))?.revision ?? 0,
      }),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  letterheadLogo: { call: (c, a) => services.letterheadLogo(c, a), answers: [IN, 'yyyyyy', 'yyyyyy'] },
  includedRegions: { call: (c, a) => services.includedRegions(c, a), answers: [IN, 'yfffff', 'yfffff'] },
  reviewRegions: {
    call: (c, a) => services.reviewRegions(c, a, { files: [DISTRICTS] }),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  importRegions: {
    call: async (c, a) => {
      const admin: Actor = { personId: a?.personId ?? '', role: 'admin', opdId: null }
      const { files, mark } = await services.reviewRegions(c, admin, { files: [DISTRICTS] })
      return services.importRegions(c, a, { files, mark, withdraw: false })
    },
    answers: [IN, 'yfffff', 'yfffff'],
  },
  exportRegions: {
    call: (c, a) => services.exportRegions(c, a, 'district'),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  getRapat: { call: (c, a, id) => services.getRapat(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  listPeserta: { call: (c, a, id) => services.listPeserta(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  listKeputusan: { call: (c, a, id) => services.listKeputusan(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  listTindakLanjut: {
    call: (c, a, id) => services.listTindakLanjut(c, a, id),
    answers: [IN, 'yyyyyy', 'yyynnn'],
  },
  notulaContent: { call: (c, a, id) => services.notulaContent(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  riwayat: { call: (c, a, id) => services.riwayat(c, a, id), answers: [IN, 'yyyyyf', 'yyynnn'] },
  notulaTimeline: {
    call: (c, a, rapatId) => services.notulaTimeline(c, a, { rapatId, before: null, onlyNamed: false }),
    answers: [IN, 'yyyyyf', 'yyynnn'],
  },
  notulaVersion: {
    call: (c, a, rapatId) => services.notulaVersion(c, a, { rapatId, seq: 1 }),
    answers: [IN, 'yyyyyf', 'yyynnn'],
  },
  compareVersions: {
    call: (c, a, rapatId) => services.compareVersions(c, a, { rapatId, from: 0, to: null }),
    answers: [IN, 'yyyyyf', 'yyynnn'],
  },
  nameVersion: {
    call: (c, a, rapatId) => services.nameVersion(c, a, { rapatId, name: 'Sebelum makan siang' }),
    answers: [IN, 'yyyyyf', 'yyynnn'],
  },
  bringVersionBack: {
    call: (c, a, rapatId) =>
      services.bringVersionBack(c, a, { rapatId, seq: 0, seen: null, itemId: null, lineId: null }),
    answers: [IN, 'yyyyyf', 'yyynnn'],
  },
  findPassage: {
    call: (c, a, rapatId) => services.findPassage(c, a, { rapatId, passage: 'Pembukaan' }),
    answers: [IN, 'yfffff', 'yffnnn'],
  },
  redactPassage: {
    call: (c, a, rapatId) => services.redactPassage(c, a, { rapatId, passage: 'Pembukaan' }),
    answers: [IN, 'yfffff', 'yffnnn'],
  },
  listFiles: {
    call: (c, a, id) => services.listFiles(c, a, { kind: 'rapat', id }),
    answers: [IN, 'yyyyyy', 'yyynnn'],
  },
  beginUpload: {
    call: (c, a, id) =>
      services.beginUpload(c, a, { subject: { kind: 'rapat', id }, name: 'a.pdf', size: 9, mark: '' }),
    answers: [IN, 'yyyyyy', 'yyynnn'],
  },
  fileUse: { call: (c, a) => services.fileUse(c, a), answers: [IN, 'yfffff', 'yfffff'] },
  fileSettings: { call: (c, a) => services.fileSettings(c, a), answers: [IN, 'yfffff', 'yfffff'] },
  setFileSettings: {
    call: (c, a) => services.setFileSettings(c, a, services.fileSettingsInput.parse({ retentionDays: 30 })),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  rescues: { call: (c, a, id) => services.rescues(c, a, id), answers: [IN, 'yyyyyf', 'yyynnn'] },
  settleRescue: {
    // Nothing is offered: who may, is told so.
    call: (c, a, rapatId) => services.settleRescue(c, a, { rapatId, key: '1-1', outcome: 'dismissed' }),
    answers: [IN, 'nnnnnf', 'nnnnnn'],
  },
  updateRapat: {
    call: (c, a, rapatId) =>
      services.updateRapat(c, a, { ...rapatInput({ title: 'Judul baru' }), rapatId, revision: GUESTED }),
    answers: [IN, 'yyffff', 'yyfnnn'],
  },
  setRapatStatus: {
    call: (c, a, rapatId) => services.setRapatStatus(c, a, { rapatId, status: 'berlangsung' }),
    answers: [IN, 'yyffff', 'yyfnnn'],
  },
  editPeserta: {
    call: (c, a, rapatId) => services.editPeserta(c, a, { rapatId, invitedOpdIds: [], guests: [] }),
    answers: [IN, 'yyffff', 'yyfnnn'],
  },
}

/** Revision of a rapat that was made, scheduled and given a guest. */
const GUESTED = 3

/** Not asked by a person: entry, machinery, pure functions. Each says why it needs no row above. */
const WITHOUT_ACTOR = new Map<string, string>([
  ...featuresWithoutActor,
  ['signIn', 'is how one becomes somebody'],
  ['readSession', 'answers who somebody is'],
  ['readSessions', 'the same for several'],
  ['signOut', 'a token ends itself'],
  ['demoState', 'seen by everybody'],
  ['checkRecord', 'asked by who holds a paper'],
  ['findRecordCode', 'asked by who holds a file'],
  ['isEmpty', 'starter'],
  ['writeCsv', 'writes what somebody was given'],
  ['issueSetupLink', 'starter'],
  ['isSetupLink', 'asked by who holds the link'],
  ['makeFirstAdmin', 'is how the first one becomes somebody'],
  ['regencyOf', 'seen by everybody'],
  ['zoneOf', 'seen by everybody'],
  ['seedDemo', 'starter, new database only'],
  ['recordBackup', 'starter, after a backup'],
  ['startBackup', 'worker'],
  ['archivedFolders', 'pure'],
  ['backupFolder', 'pure'],
  ['archivesBeyondRetention', 'worker'],
  ['recordRemovedBackups', 'worker'],
  ['watchBackups', 'worker, by the clock'],
  ['recordRestore', 'starter, after a restore'],
  ['seedNotulaDocument', 'part of createRapat, in its transaction'],
  ['projectNotula', 'projector'],
  ['listProjectable', 'projector'],
  ['queueMail', 'part of what it tells of, in its transaction'],
  ['sendQueuedMail', 'worker'],
  ['DeliveryError', 'worker'],
  ['mailServer', 'worker'],
  ['tidyMail', 'worker, by the clock'],
  ['tidySessions', 'worker, by the clock'],
  ['tablesFor', 'pure'],
  ['parseJob', 'pure'],
  ['requestOfJob', 'pure'],
  ['inRequest', 'pure'],
  ['openVault', 'pure'],
  ['rapatOfDocument', 'gives the socket what `may` needs'],
  ['subjectsOfDocuments', 'the same for several'],
  ['networkOf', 'pure'],
  ['sweepFiles', 'upkeep, by the retention that is set'],
  // What is asked about a file, or one on its way, needs one: files/files.pg.test.ts.
  ...['fetchFile', 'fetchThumbnail', 'removeFile', 'restoreFile'].map(name => [name, 'a file'] as const),
  ...['uploadState', 'receivePiece', 'endUploadAt', 'finishUpload', 'cancelUpload'].map(
    name => [name, 'an upload'] as const,
  ),
  ['loadAuditKeys', 'portal, at its start'],
  ['signAuditHead', 'portal, on a schedule'],
  ['verifyRecords', 'a command of who runs the server'],
  ['keysFolder', 'pure'],
  ['exportsFolder', 'pure'],
])

/** Writes, and leaves no entry of the audit. Each says where its record is. */
const WITHOUT_ENTRY = new Map([['beginUpload', 'the file that comes of it leaves one']])

const ANSWER: Record<string, string> = {
  y: 'done',
  n: 'not-found',
  f: 'forbidden',
  c: 'conflict',
  x: 'invalid-input',
}

describe('every use-case × every role × (own OPD, other OPD, not signed in)', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
    await insertPeople(test.database.db, [{ ...SOMEBODY, createdAt: TEST_NOW }])
    const hash = await hashPassword(PASSWORD)
    await test.database.sql`update person set password_hash = ${hash} where id <> ${SOMEBODY.id}`
    await writeSetting(test.database.db, { key: 'regency', value: REGENCY, now: TEST_NOW })
  })
  afterAll(() => test.close())

  it('has a row for each', () => {
    const exported = Object.entries(services).flatMap(([name, value]) =>
      typeof value === 'function' && !WITHOUT_ACTOR.has(name) ? [name] : [],
    )
    expect(exported.sort()).toEqual(Object.keys(TABLE).sort())
  })

  const freshRapat = async (ctx: services.ServiceContext): Promise<string> => {
    const rapatId = await makeRapat(ctx, organisation)
    await services.editPeserta(ctx, organisation.actor('sekretariat'), {
      rapatId,
      invitedOpdIds: [organisation.ownOpd],
      guests: [{ personId: organisation.actor('tamu').personId, canWrite: true }],
    })
    return rapatId
  }

  const links = async (): Promise<number> => {
    const [row] = await test.database.sql<{ n: number }[]>`select count(*)::int as n from audit_link`
    return row?.n ?? 0
  }

  /**
   * Calls, and sees to it that a denial wrote nothing, and what wrote left one entry of the audit; `now` tells whether a
   * success did write.
   */
  const answer = async (
    call: Call,
    ctx: services.FileContext,
    actor: Actor | null,
    rapatId: string,
    before: string,
    entries = 1,
  ): Promise<{ code: string; now: string }> => {
    const linked = await links()
    const code = await call(ctx, actor, rapatId).then(
      () => 'done',
      error => (error instanceof AppError ? error.code : Promise.reject(error)),
    )
    const now = await fingerprint(test.database)
    if (code !== 'done') expect(now).toBe(before)
    else expect(await links()).toBe(linked + (now === before ? 0 : entries))
    return { code, now }
  }

  it.each(Object.entries(TABLE))('%s', async (name, { call, answers }) => {
    const ctx = fileContext(test.database, { now: () => TEST_NOW })
    const [nobody, own, other] = answers
    let rapatId = await freshRapat(ctx)
    let before = await fingerprint(test.database)
    const ask = async (actor: Actor | null): Promise<string> => {
      const { code, now } = await answer(call, ctx, actor, rapatId, before, WITHOUT_ENTRY.has(name) ? 0 : 1)
      if (now !== before) {
        rapatId = await freshRapat(ctx)
        before = await fingerprint(test.database)
      }
      return code
    }
    expect(await ask(null)).toBe(nobody)
    const seen: Record<string, string> = {}
    const declared: Record<string, string> = {}
    for (const [side, letters] of [['own', own] as const, ['other', other] as const])
      for (const [i, role] of ROLES.entries()) {
        declared[`${role} ${side}`] = ANSWER[letters.charAt(i)] ?? 'no letter'
        seen[`${role} ${side}`] = await ask(organisation.actor(role, side))
      }
    expect(seen).toEqual(declared)
  })

  it('[V6] leaves what is sealed as it is, whoever asks', async () => {
    const ctx = fileContext(test.database, { now: () => TEST_NOW })
    const mailing = { database: test.database, clock: new TestClock(), baseUrl: 'https://rapat.contoh.go.id' }
    const { rapatId, documentId } = await ratifiedRapat(mailing, organisation)
    const sealed = async () => {
      const parts = frozenTables(rapatId, documentId).map(
        ({ name, where, living }) =>
          `select '${name}' as t, md5(string_agg((to_jsonb(x) - '{${living}}'::text[])::text, '' order by to_jsonb(x)::text))
            as h, count(*) as n from ${name} x where ${where.replaceAll(`${name}.`, 'x.')}`,
      )
      return test.database.sql.unsafe(`${parts.join(' union all ')} order by t`)
    }
    const before = await sealed()
    for (const [name, { call }] of Object.entries(TABLE))
      for (const role of ROLES) {
        await call(ctx, organisation.actor(role), rapatId).catch(error => {
          if (!(error instanceof AppError)) throw error
        })
        expect([name, await sealed()]).toEqual([name, before])
      }
  })

  it('hides what is not there the same way', async () => {
    const ctx = fileContext(test.database, { now: () => TEST_NOW })
    const before = await fingerprint(test.database)
    for (const id of ['01900000-0000-7000-8000-000000000000', 'not an id', ''])
      for (const name of ['getRapat', 'updateRapat', 'setRapatStatus', 'editPeserta', 'riwayat']) {
        const call = TABLE[name]?.call ?? expect.fail(name)
        const { code } = await answer(call, ctx, organisation.actor('admin'), id, before)
        expect(code).toBe('not-found')
      }
  })
})
