/** Rows of the table of `route-walk.pg.test.ts` for what stands beside a notula. */
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
  'routes/rapat.$id_.komentar_.daftar': { path: '/rapat/:id/komentar/daftar', loader: READERS },
} as const
