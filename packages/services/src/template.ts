import type { Triwulan } from '@mufakat/domain'
import { romanQuarter } from '@mufakat/domain'

export interface TemplateItem {
  readonly title: string
  readonly minutes: number
  readonly presenter: string
}

export interface RapatTemplate {
  readonly title: string
  readonly plannedMinutes: number
  readonly startTime: string
  readonly place: string
  readonly agenda: readonly TemplateItem[]
}

/** The standing items of the quarterly rakor: text of the paper itself, so Indonesian in every language. */
const STANDING_ITEMS: readonly TemplateItem[] = [
  { title: 'Pembukaan dan arahan pimpinan', minutes: 15, presenter: 'Wakil Bupati' },
  { title: 'Tindak lanjut rapat triwulan sebelumnya', minutes: 30, presenter: 'Bappelitbangda' },
  {
    title: 'Hasil verifikasi dan validasi data kemiskinan ekstrem per kecamatan',
    minutes: 30,
    presenter: 'Dinsos',
  },
  {
    title: 'Capaian target kemiskinan ekstrem menuju 0 % dan tiga strategi',
    minutes: 30,
    presenter: 'Bappelitbangda',
  },
  {
    title: 'Penanganan 28 lokasi kawasan kumuh: pemugaran, peremajaan, permukiman kembali',
    minutes: 30,
    presenter: 'Perkim',
  },
  {
    title: 'Pelayanan kesehatan dan pencegahan stunting',
    minutes: 20,
    presenter: 'Dinkes, DP2KBP3A',
  },
  {
    title: 'Inovasi dan kolaborasi OPD, dunia usaha dan masyarakat',
    minutes: 15,
    presenter: 'Semua OPD',
  },
  { title: 'Keputusan, tindak lanjut dan penutup', minutes: 10, presenter: 'Wakil Bupati' },
]

/** What "Buat rapat" starts from for a triwulan. */
export const rapatTemplate = (triwulan: Triwulan): RapatTemplate => ({
  title: `Rapat Koordinasi Percepatan Penghapusan Kemiskinan Ekstrem Triwulan ${romanQuarter(triwulan.quarter)} ${triwulan.year}`,
  plannedMinutes: 180,
  startTime: '09:00',
  place: 'Aula Bappelitbangda',
  agenda: STANDING_ITEMS,
})
