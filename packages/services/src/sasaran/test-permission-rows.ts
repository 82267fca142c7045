import { listOpdRows } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import * as sasaran from './index'

type Call = (ctx: ServiceContext, actor: Actor | null) => Promise<unknown>

const IN = 'not-signed-in'
const READERS = [IN, 'yyyyyf', 'yyyyyf'] as const
const READERS_MISS = [IN, 'nnnnnf', 'nnnnnf'] as const
const EDITORS = [IN, 'yyffff', 'yyffff'] as const
/** What it is about is not there: who may, is told so. */
const EDITORS_MISS = [IN, 'nnffff', 'nnffff'] as const
const FILLERS_MISS = [IN, 'nnfnnf', 'nnffff'] as const

/** The OPD that the first half of each answer belongs to. */
const ownOpd = async (ctx: ServiceContext): Promise<string> => {
  const rows = await listOpdRows(ctx.database.db)
  return defined(
    rows.find(row => row.shortName === 'Sendiri'),
    'own OPD',
  ).id
}
const report = async (ctx: ServiceContext) => ({
  ...{ opdId: await ownOpd(ctx), year: 2026, quarter: 3 as const },
})
const programme = async (ctx: ServiceContext) =>
  sasaran.addProgrammeInput.parse({
    ...{ name: 'Program uji', strategy: 'a', ownerOpdId: await ownOpd(ctx), description: '' },
  })
const indicator = () => ({
  ...{ programmeId: newId(), name: 'Angka', concept: '', classification: '', measure: '', unit: 'jiwa' },
  ...{ decimals: 0, direction: 'turun', level: 'kabupaten', rollUp: 'tidak', accumulation: 'terakhir' },
  ...{ frequency: 'triwulan', factor: null, source: 'Uji', ownerOpdId: newId(), baseline: null },
  ...{ baselineDate: null, lowest: null, highest: null, isPublic: false },
})
const measured = {
  value: 3,
  numerator: null,
  denominator: null,
  notAvailable: false,
  finality: 'final',
} as const
const cell = () => ({
  indicatorId: newId(),
  regionCode: '',
  ...measured,
  asOf: null,
  source: '',
  revision: 0,
})
const AT = { year: 2026, quarter: 3 } as const
const SENT_AT = new Date('2026-10-01T00:00:00Z')

/** For the table of `permissions.pg.test.ts`: programmes, indicators, their values, and reports of OPD. */
export const sasaranRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  listProgrammes: { call: (c, a) => sasaran.listProgrammes(c, a), answers: READERS },
  sasaranMark: { call: (c, a) => sasaran.sasaranMark(c, a), answers: READERS },
  getIndicator: { call: (c, a) => sasaran.getIndicator(c, a, { id: newId() }), answers: READERS_MISS },
  valuesOfIndicator: {
    call: (c, a) => sasaran.valuesOfIndicator(c, a, { indicatorId: newId(), regionCode: '' }),
    answers: READERS_MISS,
  },
  addProgramme: { call: async (c, a) => sasaran.addProgramme(c, a, await programme(c)), answers: EDITORS },
  editProgramme: {
    call: async (c, a) =>
      sasaran.editProgramme(c, a, {
        ...{ ...(await programme(c)), programmeId: newId(), active: true, revision: 1 },
      }),
    answers: EDITORS_MISS,
  },
  addIndicator: {
    call: (c, a) =>
      sasaran.addIndicator(
        c,
        a,
        sasaran.addIndicatorInput.parse({ ...indicator(), definition: 'Uji', since: AT }),
      ),
    // Its programme is not there.
    answers: [IN, 'xxffff', 'xxffff'],
  },
  editIndicator: {
    call: (c, a) =>
      sasaran.editIndicator(
        c,
        a,
        sasaran.editIndicatorInput.parse({ ...indicator(), indicatorId: newId(), active: true, revision: 1 }),
      ),
    answers: EDITORS_MISS,
  },
  addDefinition: {
    call: (c, a) =>
      sasaran.addDefinition(c, a, {
        ...{ indicatorId: newId(), definition: 'Uji', since: AT, breaks: false, after: 1 },
      }),
    answers: EDITORS_MISS,
  },
  putTargets: {
    call: (c, a) =>
      sasaran.putTargets(c, a, {
        ...{ indicatorId: newId(), regionCode: '', targets: [{ ...AT, from: null, to: 5 }] },
      }),
    answers: EDITORS_MISS,
  },
  correctValue: {
    call: (c, a) =>
      sasaran.correctValue(c, a, {
        ...{ indicatorId: newId(), regionCode: '', ...AT, ...measured, asOf: null, source: '' },
        ...{ reason: 'Salah ketik', replaces: null },
      }),
    answers: EDITORS_MISS,
  },
  reportsOf: { call: (c, a) => sasaran.reportsOf(c, a, AT), answers: READERS },
  owedReports: { call: (c, a) => sasaran.owedReports(c, a), answers: READERS },
  openReport: {
    call: async (c, a) => sasaran.openReport(c, a, await report(c)),
    answers: [IN, 'yyyyyf', 'yyyfff'],
  },
  // A guest reads none, and so is told nothing else.
  whichReport: { call: (c, a) => sasaran.whichReport(c, a, newId()), answers: [IN, 'nnnnnn', 'nnnnnn'] },
  saveCell: {
    call: async (c, a) => sasaran.saveCell(c, a, { ...(await report(c)), cell: cell() }),
    answers: FILLERS_MISS,
  },
  saveCells: {
    call: async (c, a) => sasaran.saveCells(c, a, { ...(await report(c)), cells: [cell()] }),
    answers: FILLERS_MISS,
  },
  saveRemark: {
    call: async (c, a) =>
      sasaran.saveRemark(c, a, {
        ...{ ...(await report(c)), indicatorId: newId(), revision: 0 },
        ...{ analysis: 'Naik', kendala: '', solusi: '', plan: '' },
      }),
    answers: FILLERS_MISS,
  },
  addReportEvidence: {
    call: async (c, a) =>
      sasaran.addReportEvidence(c, a, {
        ...{ ...(await report(c)), indicatorId: newId(), title: 'Rekap', url: 'https://contoh.go.id/rekap' },
      }),
    answers: FILLERS_MISS,
  },
  removeReportEvidence: {
    call: async (c, a) => sasaran.removeReportEvidence(c, a, { ...(await report(c)), evidenceId: newId() }),
    answers: FILLERS_MISS,
  },
  sendReport: {
    // Nothing was written into it.
    call: async (c, a) => sasaran.sendReport(c, a, await report(c)),
    answers: [IN, 'xxfxxf', 'xxffff'],
  },
  acceptReport: {
    call: async (c, a) => sasaran.acceptReport(c, a, { ...(await report(c)), sentAt: SENT_AT }),
    answers: EDITORS_MISS,
  },
  returnReport: {
    call: async (c, a) =>
      sasaran.returnReport({ ...c, baseUrl: 'https://rapat.contoh.go.id' }, a, {
        ...(await report(c)),
        sentAt: SENT_AT,
        note: 'Lengkapi',
      }),
    answers: EDITORS_MISS,
  },
}
