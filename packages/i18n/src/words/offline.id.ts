/** Words of the page that a browser shows when the server does not answer. */
export const offlineId = {
  'offline.title': 'Server belum dapat dihubungi',
  'offline.lead': 'Halaman yang Anda minta terbuka sendiri begitu server menjawab.',
  'offline.trying': 'Menghubungi server…',
  'offline.still': 'Belum ada jawaban. Dicoba lagi sendiri.',
} as const
