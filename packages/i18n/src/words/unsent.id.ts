/** Words about text that is on this device and not on the server, for pages without an editor. */
export const unsentId = {
  'unsent.title': 'Teks yang belum terkirim',
  'unsent.empty': 'Tidak ada teks yang tertinggal',
  'unsent.empty.help':
    'Tulisan yang tidak sampai ke server muncul di sini, pada perangkat tempat Anda menulisnya.',
  'unsent.see': 'Lihat',
  'unsent.safe': '{n} perubahan yang belum terkirim aman di perangkat ini, masuk untuk membaca.',
  'unsent.safe.signed-in': '{n} perubahan yang belum terkirim aman di perangkat ini.',
} as const
