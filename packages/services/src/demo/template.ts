import type { RapatTemplate } from '../template'

/** What the example regency starts a quarterly rakor from: text of the paper itself, so Indonesian in every language. */
export const DEMO_TEMPLATE: RapatTemplate = {
  title: 'Rapat Koordinasi Percepatan Penghapusan Kemiskinan Ekstrem [triwulan]',
  plannedMinutes: 180,
  startTime: '09:00',
  place: 'Aula Bappelitbangda',
  agenda: [
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
  ],
}
