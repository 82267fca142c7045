/** Rows of the table of `route-walk.pg.test.ts` for the board of tindak lanjut. */
const READERS = ['i', 'yyyyyf', 'yyyyyf'] as const

export const boardRoutes = {
  'routes/tindak-lanjut._index': {
    path: '/tindak-lanjut',
    loader: READERS,
    // Nothing was typed: who may see the board is told so.
    action: { answers: ['i', 'xxxxxf', 'xxxxxf'] as const, form: () => ({ title: '', status: 'belum' }) },
  },
  'routes/tindak-lanjut.kartu': { path: '/tindak-lanjut/kartu', loader: READERS },
}
