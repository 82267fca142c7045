/** Words about text that is on this device and not on the server. */
export const unsentId = {
  'unsent.title': 'Teks yang belum terkirim',
  'unsent.lead':
    'Tulisan Anda ini tidak masuk ke notula. Ia tersimpan di perangkat ini, hanya untuk Anda, sampai Anda membuangnya.',
  'unsent.empty': 'Tidak ada teks yang tertinggal',
  'unsent.empty.help':
    'Tulisan yang tidak sampai ke server muncul di sini, pada perangkat tempat Anda menulisnya.',
  'unsent.lost-key': 'Sebagian teks di perangkat ini belum dapat dibaca. Muat ulang saat ada sambungan.',
  'unsent.reason.refused-edit': 'Ditolak server: bentuknya tidak dikenali',
  'unsent.reason.too-large': 'Terlalu besar untuk sekali kirim',
  'unsent.reason.conflict': 'Naskah di server sudah diganti dengan salinan lain',
  'unsent.reason.lease-ended': 'Sambungan menulisnya sudah berakhir',
  'unsent.reason.document-closed': 'Notula sudah ditutup saat teks ini dikirim',
  'unsent.reason.other': 'Tidak diterima server',
  'unsent.waiting': 'Menunggu: terkirim sendiri saat rapatnya dibuka dengan sambungan',
  'unsent.at': 'Disisihkan {time}',
  'unsent.written-at': 'Ditulis {time}',
  'unsent.no-text': 'Hanya penghapusan atau perubahan bentuk, tanpa teks baru.',
  'unsent.item.unknown': 'Acara tidak diketahui',
  'unsent.copy': 'Salin',
  'unsent.copied': 'Teks disalin.',
  'unsent.download': 'Unduh',
  'unsent.reenter': 'Masukkan kembali',
  'unsent.reentered': 'Teks dimasukkan kembali di akhir acaranya.',
  'unsent.reentered-at': 'Sudah dimasukkan kembali {time}',
  'unsent.discard': 'Buang',
  'unsent.discarded': 'Teks dibuang.',
  'unsent.rapat.unknown': 'Rapat yang tidak dapat Anda buka lagi',
  'unsent.see': 'Lihat',
  'unsent.open': 'Buka rapat',
  'unsent.safe': '{n} perubahan yang belum terkirim aman di perangkat ini, masuk untuk membaca.',
  'unsent.safe.signed-in': '{n} perubahan yang belum terkirim aman di perangkat ini.',
  'unsent.sign-out.title': 'Masih ada teks yang belum terkirim',
  'unsent.sign-out.lead':
    '{n} perubahan Anda di perangkat ini belum sampai ke server. Apa yang dilakukan sebelum keluar?',
  'unsent.sign-out.send': 'Kirim, lalu keluar',
  'unsent.sign-out.sending': 'Mengirim… masih {n}',
  'unsent.sign-out.not-sent':
    'Masih {n} yang belum terkirim. Periksa sambungan lalu coba lagi, atau unduh teksnya.',
  'unsent.sign-out.export': 'Unduh, lalu keluar',
  'unsent.sign-out.discard': 'Buang, lalu keluar',

  'masuk.again': 'Masuk lagi',
  'masuk.again.lead':
    'Sesi Anda berakhir. Masuklah sebagai {name}; tulisan di halaman ini tetap ada dan dilanjutkan.',
  'masuk.again.other': 'Yang masuk bukan {name}. Tulisan di halaman ini tidak dikirim atas nama orang lain.',
} as const
