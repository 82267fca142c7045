/** Words of the live editor. Save states are the four of the interface; "Tersimpan" means committed. */
export const editorId = {
  'editor.loading': 'Membuka naskah…',
  'editor.save.saving': 'Menyimpan…',
  'editor.save.saved': 'Tersimpan',
  'editor.save.saved-at': 'Tersimpan {time}',
  'editor.save.offline': 'Luring – tersimpan di perangkat ini',
  'editor.save.offline-unsent': 'Luring – {n} perubahan tersimpan di perangkat ini',
  'editor.save.offline-help':
    'Teruskan menulis. Perubahan dikirim sendiri begitu sambungan kembali; jangan hapus data peramban.',
  'editor.save.failed': 'Gagal tersimpan',
  'editor.save.failed-help': 'Salin teks yang belum tersimpan, lalu muat ulang halaman ini.',
  'editor.save.read-only': 'Hanya baca',
  'editor.leave-guard': 'Ada tulisan yang belum tersimpan di server.',
  'editor.present': '{n} orang di naskah ini',
  'editor.present.self': '{name} (Anda)',
  'editor.follow': 'Ikuti notulis',
  'editor.follow.stop': 'Berhenti mengikuti',
  'editor.copy-unsaved': 'Salin teks',
  'editor.reload': 'Muat ulang',
} as const
