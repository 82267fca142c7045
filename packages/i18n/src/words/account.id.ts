/**
 * Words of one's own account: passwords, links that were mailed, devices. Few pages say them, so they come with the data
 * of those.
 */
export const accountId = {
  'sandi.new': 'Kata sandi baru',
  'sandi.new.help': 'Paling sedikit 12 karakter. Beberapa kata acak mudah diingat dan sulit ditebak.',
  'sandi.current': 'Kata sandi sekarang',
  'sandi.strength': 'Kekuatan: {word}',
  'sandi.strength.weak': 'lemah, belum dapat dipakai',
  'sandi.strength.fair': 'cukup',
  'sandi.strength.strong': 'kuat',
  'sandi.save': 'Simpan kata sandi',
  'sandi.title': 'Ganti kata sandi',
  'sandi.lead': 'Kata sandi lama tidak berlaku lagi begitu yang baru tersimpan.',
  'sandi.end-others': 'Keluarkan perangkat lain',
  'sandi.end-others.note': 'Centang bila kata sandi lama mungkin diketahui orang lain.',

  'undangan.title': 'Selamat datang',
  'undangan.lead': '{name}, pilih kata sandi untuk akun Mufakat Anda.',
  'atur-sandi.title': 'Atur kata sandi baru',
  'atur-sandi.lead': '{name}, pilih kata sandi baru. Semua perangkat Anda akan dikeluarkan.',
  'tautan.login': 'Anda masuk dengan {login}',
  'tautan.closed.title': 'Tautan ini tidak berlaku lagi',
  'tautan.closed.used': 'Tautan ini sudah dipakai. Bila itu Anda, silakan masuk.',
  'tautan.closed.void':
    'Tautan ini sudah diganti yang lebih baru atau dicabut. Pakai tautan terakhir yang Anda terima.',
  'tautan.closed.expired': 'Batas waktu tautan ini sudah lewat.',
  'tautan.closed.unknown': 'Tautan ini tidak kami kenal. Periksa apakah alamatnya tersalin utuh.',
  'tautan.ask-admin': 'Minta tautan baru kepada admin di sekretariat.',
  'tautan.ask-again': 'Minta tautan baru',
  'masuk.now': 'Masuk',

  'surel.title': 'Ganti e-mail',
  'surel.lead': 'E-mail baru berlaku setelah Anda membuka tautan yang kami kirim ke sana.',
  'surel.now': 'E-mail sekarang',
  'surel.new': 'E-mail baru',
  'surel.send': 'Kirim tautan',
  'surel.sent': 'Tautan dikirim ke {email}. Buka dalam 24 jam; sampai itu e-mail lama tetap berlaku.',

  'profil.change-password': 'Ganti kata sandi',
  'profil.change-email': 'Ganti e-mail',
  'profil.password-saved': 'Kata sandi tersimpan.',
  'profil.sessions.from': 'dari {address}',
  'profil.sessions.begun': 'masuk {time}',
  'profil.sessions.end': 'Keluarkan',
  'profil.sessions.end.label': 'Keluarkan {device}',
  'profil.sessions.end-others': 'Keluarkan perangkat lain',
  'profil.sessions.ended': 'Perangkat dikeluarkan.',

  'field.password-too-short': 'Terlalu pendek: paling sedikit 12 karakter.',
  'field.password-too-long': 'Terlalu panjang: paling banyak 200 karakter.',
  'field.password-common': 'Terlalu mudah ditebak: kata umum, deretan, atau angka saja.',
  'field.password-own': 'Jangan memakai nama, e-mail, atau NIP Anda sendiri.',
  'field.wrong-password': 'Kata sandi tidak cocok.',
  'field.same-email': 'Ini sudah e-mail Anda.',
  'field.email': 'Tulis e-mail seperti nama@contoh.go.id.',
  'field.taken': 'Sudah dipakai akun lain.',
} as const
