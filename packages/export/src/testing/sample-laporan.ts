import { DEFAULT_BANDS, indicatorStanding, type Strategy, type WorkFigures } from '@mufakat/domain'
import type { LaporanIndicator, LaporanOpd, LaporanReport, LaporanWork } from '../papers/laporan'
import { sampleMatriks } from './sample'

const WORK: WorkFigures = {
  ...{
    total: 12,
    finished: 5,
    inTime: 4,
    late: 3,
    waiting: 1,
    running: 3,
    inTimeShare: 0.5,
    medianDays: 17.5,
  },
  ...{ postponed: 2, provenShare: 5 / 12 },
}
const NONE: WorkFigures = {
  ...{
    total: 0,
    finished: 0,
    inTime: 0,
    late: 0,
    waiting: 0,
    running: 0,
    inTimeShare: null,
    medianDays: null,
  },
  ...{ postponed: 0, provenShare: null },
}
const AT = { year: 2026, quarter: 1 } as const
const OWNER = { id: 'opd-1', shortName: 'Dinkes', name: 'Dinas Kesehatan' }

function indicator(
  id: string,
  strategy: Strategy,
  name: string,
  said: { target: number | null; value: number | null; baseline?: number; naik?: boolean; unit?: string },
): LaporanIndicator {
  const judged = {
    direction: said.naik ? ('naik' as const) : ('turun' as const),
    ...{ accumulation: 'terakhir' as const, factor: null, baseline: said.baseline ?? null },
  }
  const nothing = { numerator: null, denominator: null, notAvailable: false }
  return {
    ...{ id, strategy, name, unit: said.unit ?? '%', decimals: 2, source: 'BPS', owner: OWNER },
    programme: `Program strategi ${strategy}`,
    finality: said.value === null ? null : 'sementara',
    standing: indicatorStanding({
      indicator: judged,
      targets: said.target === null ? [] : [{ year: 2026, quarter: 0, value: said.target }],
      values:
        said.value === null
          ? []
          : [
              { ...AT, ...nothing, value: said.value },
              { year: 2025, quarter: 4, ...nothing, value: said.value + 1 },
            ],
      at: AT,
      bounds: DEFAULT_BANDS,
    }),
  }
}

/** A report with every kind of figure; `rows` of the matriks. */
export function sampleLaporan(rows = 8): LaporanReport {
  const indicators = [
    indicator('i1', 'a', 'Persentase penduduk miskin ekstrem', { target: 0, value: 0.7, baseline: 3.17 }),
    indicator('i2', 'a', 'Prevalensi stunting menurut e-PPGBM', { target: 5, value: 4.73 }),
    indicator('i3', 'b', 'Tingkat pengangguran terbuka', { target: null, value: 3.1 }),
    indicator('i4', 'c', 'Akses air minum layak', { target: 90, value: null, naik: true, unit: '% RT' }),
  ]
  const work = sampleMatriks(rows).rows.map(
    (row, at): LaporanWork => ({
      ...row,
      id: `w${at}`,
      opd: OWNER,
      state: (['tepat', 'lewat', 'terlambat', 'menunggu', 'berjalan'] as const)[at % 5] ?? 'berjalan',
    }),
  )
  const counts = { tercapai: 1, mendekati: 1, belum_tercapai: 0, belum_ada_data: 1, tidak_dinilai: 1 }
  const opd: LaporanOpd = {
    opd: OWNER,
    work: WORK,
    state: 'diterima',
    indicatorIds: ['i1', 'i2'],
    remarks: [
      {
        indicator: 'Prevalensi stunting menurut e-PPGBM',
        analysis: 'Penimbangan serentak menjangkau 96% balita.',
        kendala: 'Dua posyandu tanpa alat ukur baku.',
        solusi: 'Alat dipinjamkan antar-puskesmas.',
        plan: 'Pengadaan antropometri kit pada APBD perubahan.',
        proofs: ['Rekap e-PPGBM Februari', 'Foto penimbangan (https://contoh.go.id/foto)'],
      },
    ],
    workIds: work.slice(0, 3).map(({ id }) => id),
  }
  return {
    ...{ at: AT, on: '2026-03-31', isOver: true, regency: 'Kabupaten Mukomuko', bounds: DEFAULT_BANDS },
    legalBases: ['Inpres Nomor 8 Tahun 2025', 'Perpres Nomor 39 Tahun 2019'],
    summary: {
      ...{ indicators: counts, work: WORK, reports: { accepted: 3, of: 11 } },
      rapat: { held: 2, ratified: 1 },
    },
    strategies: (['a', 'b', 'c'] as const).map(strategy => ({
      strategy,
      indicators: indicators.filter(one => one.strategy === strategy),
      counts,
      work: WORK,
    })),
    work,
    opd: [
      opd,
      {
        ...{ opd: { id: 'opd-2', shortName: 'Dinsos', name: 'Dinas Sosial' }, work: NONE, state: null },
        ...{ indicatorIds: [], remarks: [], workIds: [] },
      },
    ],
    note: {
      text: 'Percepat penyaluran di tiga kecamatan yang tertinggal.\nLaporkan hasilnya pada rapat berikut.',
      ...{ by: 'Contoh Bupati', jabatan: 'Bupati Mukomuko', at: new Date('2026-03-30T02:00:00Z') },
    },
  }
}
