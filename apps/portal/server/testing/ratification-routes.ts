/** Rows of the table of `route-walk.pg.test.ts` for review, ratification, Koreksi and checking a record. */
const EVERYBODY = ['y', 'yyyyyy', 'yyyyyy'] as const
const READERS = ['i', 'yyyyyy', 'yyynnn'] as const

export const ratificationRoutes = {
  'routes/rapat.$id.pengesahan': {
    path: '/rapat/:id/pengesahan',
    loader: READERS,
    // It is only scheduled: who may submit is told so.
    action: { answers: ['i', 'xxffff', 'xxfnnn'], form: () => ({ maksud: 'ajukan' }) },
  },
  'routes/rapat.$id.koreksi': {
    path: '/rapat/:id/koreksi?pilih=1',
    loader: READERS,
    // Nothing is ratified: nobody corrects anything.
    action: {
      answers: ['i', 'ffffff', 'fffnnn'],
      form: () => ({ maksud: 'usul', reason: 'Salah', 'f:l1.text': 'Benar' }),
    },
  },
  'routes/periksa._index': { path: '/periksa', loader: EVERYBODY },
  // A code that no paper carries: the page says so, and the guess is counted.
  'routes/periksa.$code': { path: '/periksa/7K3M9QX2TD', loader: EVERYBODY },
} as const
