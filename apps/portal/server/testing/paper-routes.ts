/** Rows of the table of `route-walk.pg.test.ts` for papers of a rapat. */
const READERS = ['i', 'yyyyyy', 'yyynnn'] as const

export const paperRoutes = {
  'routes/rapat.$id.kertas': {
    path: '/rapat/:id/kertas',
    loader: READERS,
    action: { answers: READERS, form: () => ({ kind: 'undangan', format: 'pdf' }) },
  },
} as const
