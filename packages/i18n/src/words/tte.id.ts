/** Words of signed copies, and of comparing a file with what is sealed. */
export const tteId = {
  'tte.title': 'Salinan bertanda tangan elektronik',
  'tte.help':
    'PDF yang sudah ditandatangani elektronik (BSrE) di SRIKANDI, disimpan bersama catatannya. Yang terbaru berlaku; yang lama tetap ada.',
  'tte.none': 'Belum ada salinan bertanda tangan.',
  'tte.of.notula': 'Notula',
  'tte.of.koreksi': 'Koreksi {n}',
  'tte.srikandi': 'Nomor SRIKANDI',
  'tte.srikandi.help': 'Seperti tercantum di SRIKANDI, misalnya T/400.14.6/123/2026.',
  'tte.file': 'PDF bertanda tangan',
  'tte.file.help':
    'Unduhan dari SRIKANDI tanpa diubah, paling besar {max}. Diperiksa bahwa memuat tanda tangan elektronik; keabsahannya diperiksa pada layanan BSrE.',
  'tte.for': 'Untuk',
  'tte.add': 'Tambah salinan',
  'tte.add.again': 'Tambah salinan yang lebih baru',
  'tte.submit': 'Simpan salinan',
  'tte.download': 'Unduh',
  'tte.download.of': 'Unduh {number}',
  'tte.kept': 'Disimpan {name}, {at}',
  'tte.earlier': 'Salinan lama ({n})',
  'field.srikandi':
    'Nomor terdiri atas 3–100 huruf, angka, spasi, dan tanda . / - _ ( ), dengan sedikitnya satu angka.',

  'periksa.file.title': 'Periksa berkas PDF',
  'periksa.file.choose': 'Pilih PDF',
  'periksa.file.drop': 'atau jatuhkan di sini',
  'periksa.file.help':
    'Berkas tidak dikirim. Sidik jarinya (SHA-256) dihitung di perangkat ini, dan hanya itu yang dicocokkan. Paling besar 100 MB.',
  'periksa.file.counting': 'Menghitung sidik jari berkas…',
  'periksa.file.large': 'Berkas ini terlalu besar: paling besar 100 MB.',
  'periksa.file.empty': 'Berkas ini kosong.',
  'periksa.file.pdf': 'Berkas ini bukan PDF.',
  'periksa.file.failed': 'Berkas tidak dapat dibaca di perangkat ini. Tempel SHA-256-nya di bawah.',
  'periksa.field.signed': 'Salinan bertanda tangan elektronik (SRIKANDI)',
  'periksa.signed.none': 'Belum ada',
  'periksa.signed.at': 'disimpan {at}',
  'periksa.compare': 'Bandingkan hash',
  'periksa.compare.help': 'Tempel SHA-256 berkas: 64 angka dan huruf a–f.',
  'periksa.compare.submit': 'Bandingkan',
  'periksa.compare.record': 'Sama: hash ini milik catatan yang tersegel.',
  'periksa.compare.paper': 'Sama: berkas ini PDF yang disegel Mufakat ketika disahkan.',
  'periksa.compare.signed':
    'Sama: berkas ini salinan bertanda tangan elektronik dengan nomor SRIKANDI {number}.',
  'periksa.compare.signed-before':
    'Berkas ini salinan bertanda tangan elektronik yang lama; sudah ada yang lebih baru.',
  'periksa.compare.elsewhere': 'Berkas ini tersegel, tetapi milik catatan lain:',
  'periksa.compare.other':
    'Tidak sama: berkas ini lain dari yang tersegel, meskipun mungkin hanya berbeda sedikit.',
  'periksa.compare.nowhere':
    'Berkas ini tidak tersegel di Mufakat: isinya lain dari semua notula dan Koreksi yang disahkan.',
  'periksa.compare.no-hash': 'Ini bukan SHA-256: diperlukan 64 angka dan huruf a–f.',
} as const
