/** Rows of the table of `route-walk.pg.test.ts` for the board of tindak lanjut. */
const READERS = ['i', 'yyyyyf', 'yyyyyf'] as const

const NOBODYS = ['i', 'nnnnnn', 'nnnnnn'] as const
const NOBODYS_CARD = '01900000-0000-7000-8000-000000000000'
const COMMAND = { commandId: '0192a000-0000-7000-8000-000000000002' }

export const boardRoutes = {
  'routes/tindak-lanjut._index': {
    path: '/tindak-lanjut',
    loader: READERS,
    // Nothing was typed: who may see the board is told so.
    action: { answers: ['i', 'xxxxxf', 'xxxxxf'] as const, form: () => ({ title: '', status: 'belum' }) },
  },
  // Nobody has this card: who may, is told so.
  'routes/tindak-lanjut.$id': {
    path: `/tindak-lanjut/${NOBODYS_CARD}`,
    loader: NOBODYS,
    action: { answers: NOBODYS, form: () => ({ maksud: 'uraian', description: 'Isi' }) },
  },
  'routes/tindak-lanjut.kartu': { path: '/tindak-lanjut/kartu', loader: READERS },
  'routes/tindak-lanjut.$id_.bukti': {
    path: `/tindak-lanjut/${NOBODYS_CARD}/bukti`,
    loader: NOBODYS,
    action: { answers: NOBODYS, form: () => ({ ...COMMAND, maksud: 'ajukan' }) },
  },
  'routes/tindak-lanjut.$id_.komentar': {
    path: `/tindak-lanjut/${NOBODYS_CARD}/komentar`,
    loader: NOBODYS,
    action: { answers: NOBODYS, form: () => ({ ...COMMAND, maksud: 'tulis', body: 'Siap' }) },
  },
  'routes/tindak-lanjut.$id_.pengikut': {
    path: `/tindak-lanjut/${NOBODYS_CARD}/pengikut`,
    action: { answers: NOBODYS, form: () => ({ following: 'ikut' }) },
  },
}
