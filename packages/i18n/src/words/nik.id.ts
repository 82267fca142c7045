/** Words of the guard against numbers that look like a NIK or KK, in the editor. */
export const nikId = {
  'nik.word': 'mirip NIK',
  'nik.notice': '{n} nomor di notula ini mirip NIK atau KK.',
  'nik.notice.why': 'Data kependudukan orang tidak disimpan di notula.',
  'nik.show': 'Lihat',
  'nik.mask': 'Samarkan',
  'nik.masked': '{n} nomor disamarkan. Riwayat masih memuatnya; admin dapat menghapusnya permanen.',
  'nik.put-off': 'Nanti saja',
  'nik.title': 'Judul ini memuat angka yang mirip NIK atau KK.',
} as const
