/** Rows of the table of `route-walk.pg.test.ts` for invitations and attendance. */
const EVERYBODY = ['y', 'yyyyyy', 'yyyyyy'] as const
const READERS = ['i', 'yyyyyy', 'yyynnn'] as const
const EDITORS = ['i', 'yyffff', 'yyfnnn'] as const

export const attendanceRoutes = {
  'routes/rapat.$id.undangan': {
    path: '/rapat/:id/undangan',
    loader: READERS,
    action: { answers: EDITORS, form: () => ({ maksud: 'kirim' }) },
  },
  'routes/rapat.$id.undangan_.ubah': {
    path: '/rapat/:id/undangan/ubah',
    loader: EDITORS,
    action: { answers: EDITORS, form: () => ({ revision: '0', number: '005/1/2026' }) },
  },
  'routes/rapat.$id_.kalender': { path: '/rapat/:id/kalender', loader: READERS },
  'routes/rapat.$id.daftar-hadir': {
    path: '/rapat/:id/daftar-hadir',
    loader: READERS,
    action: { answers: EDITORS, form: () => ({ maksud: 'tambah', name: 'Budi', agency: 'BPS' }) },
  },
  'routes/rapat.$id_.daftar-hadir.kode': { path: '/rapat/:id/daftar-hadir/kode', loader: EDITORS },
  // Without a ticket: the page says that the code is over, and nobody is put on the list.
  'routes/hadir.$id': {
    path: '/hadir/:id',
    loader: EVERYBODY,
    action: {
      answers: ['c', 'cccccc', 'cccccc'],
      form: () => ({ name: 'Budi', agency: 'BPS' }),
    },
  },
} as const
