/** Words of the way in beyond the password that every page may need: who has been signed out is asked for them in place. */
export const doorId = {
  'masuk.kode.title': 'Langkah kedua',
  'masuk.kode.lead': 'Kata sandi Anda benar. Tunjukkan satu hal lagi bahwa ini Anda.',
  'masuk.kode.code': 'Kode',
  'masuk.kode.help': 'Enam angka dari aplikasi autentikator, atau satu kode pemulihan.',
  'masuk.kode.submit': 'Lanjut',
  'masuk.kode.page': 'Buka halaman masuk',

  'passkey.add': 'Tambah kunci sandi',

  'profil.factors': 'Keamanan akun',

  'error.wrong-code': 'Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi.',
  'error.sign-in-lately': 'Demi keamanan, keluar lalu masuk sekali lagi sebelum mengubah ini.',
  'error.use-provider': 'Akun ini masuk lewat penyedia identitas. Pakai tombolnya di halaman masuk.',
} as const
