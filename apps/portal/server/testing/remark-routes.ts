/** Rows of the table of `route-walk.pg.test.ts` for what stands beside a notula, and is said when it is read back. */
const READERS = ['i', 'yyyyyy', 'yyynnn'] as const

export const remarkRoutes = {
  'routes/rapat.$id.komentar': {
    path: '/rapat/:id/komentar',
    loader: READERS,
    action: {
      // Nobody has written these words: who may remark, is told so.
      answers: ['i', 'cccccc', 'cccnnn'],
      form: () => ({
        maksud: 'baru',
        kind: 'komentar',
        body: 'Mohon dilengkapi.',
        root: 'item:x',
        lineId: 'x',
        from: '0',
        to: '1',
        quote: 'x',
      }),
    },
  },
  'routes/rapat.$id.bacakan': {
    path: '/rapat/:id/bacakan',
    loader: READERS,
    // There is no such line.
    action: {
      answers: ['i', 'nnnnnn', 'nnnnnn'],
      form: () => ({ maksud: 'terima', baris: 'x', hash: '0'.repeat(64) }),
    },
  },
  'routes/rapat.$id_.bacakan_.daftar': { path: '/rapat/:id/bacakan/daftar', loader: READERS },
  'routes/rapat.$id_.keadaan': { path: '/rapat/:id/keadaan', loader: READERS },
  'routes/rapat.$id_.pekerjaan': { path: '/rapat/:id/pekerjaan', loader: READERS },
  'routes/rapat.$id_.angka': { path: '/rapat/:id/angka', loader: READERS },
  'routes/rapat.$id_.komentar_.daftar': { path: '/rapat/:id/komentar/daftar', loader: READERS },
} as const
