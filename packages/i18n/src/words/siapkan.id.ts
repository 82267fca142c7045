/** Words of the guided start of an installation that nobody lives in yet. */
export const siapkanId = {
  'siapkan.title': 'Menyiapkan Mufakat',
  'siapkan.optional': 'boleh kosong',
  'siapkan.admin.step': 'Langkah pertama',
  'siapkan.admin.title': 'Buat akun admin pertama',
  'siapkan.admin.lead':
    'Akun ini mengatur semuanya dan mengundang yang lain. Setelah dibuat, tautan ini tidak berlaku lagi.',
  'siapkan.admin.name': 'Nama lengkap dengan gelar',
  'siapkan.admin.password.help':
    'Paling sedikit {n} karakter. Kalimat yang hanya Anda tahu lebih baik daripada simbol.',
  'siapkan.admin.repeated': 'Ulangi kata sandi',
  'siapkan.admin.submit': 'Buat akun dan lanjutkan',
  'siapkan.void.title': 'Tautan ini tidak berlaku',
  'siapkan.void.used':
    'Bila admin pertama sudah dibuat, masuklah dengan akun itu untuk melanjutkan penyiapan.',
  'siapkan.void.restart':
    'Bila belum, nyalakan ulang Mufakat di server: tautan baru dicetak sebelum baris “Siap”, dan yang lama tidak berlaku.',

  'siapkan.steps': 'Langkah penyiapan',
  'siapkan.step.daerah': 'Daerah',
  'siapkan.step.wilayah': 'Wilayah',
  'siapkan.step.kop': 'Kop surat',
  'siapkan.step.waktu': 'Waktu',
  'siapkan.step.acuan': 'Acuan',
  'siapkan.step.surel': 'Surel',
  'siapkan.next': 'Simpan dan lanjut',
  'siapkan.skip': 'Lewati',
  'siapkan.later': 'Semua ini dapat diubah kapan saja di Pengaturan.',
  'siapkan.done': 'sudah',
  'siapkan.current': 'sekarang',
  'siapkan.todo': 'belum',
  'siapkan.finished.title': 'Mufakat siap dipakai',
  'siapkan.finished.lead': 'Yang dilewati dapat diisi kapan saja di Pengaturan.',
  'siapkan.finish': 'Selesai, ke Beranda',
  'siapkan.count': 'Langkah {at} dari {of}',

  'field.email': 'Tulis alamat e-mail yang lengkap.',
  'field.nip': 'NIP terdiri atas 18 angka, diawali tanggal lahir.',
  'field.region-code': 'Tulis kode Kemendagri seperti 17.06.',
  'field.password.too-short': 'Paling sedikit 12 karakter.',
  'field.password.too-long': 'Kata sandi terlalu panjang.',
  'field.password.common': 'Kata sandi ini mudah ditebak. Pakai kalimat yang hanya Anda tahu.',
  'field.password.own': 'Jangan memakai nama, e-mail, atau NIP sendiri.',
  'field.password.differs': 'Tidak sama dengan kata sandi di atas.',
} as const
