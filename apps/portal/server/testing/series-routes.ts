/** Rows of the table of `route-walk.pg.test.ts` for series, proposed topics and postponing. */
const READERS = ['i', 'yyyyyf', 'yyyyyf'] as const
const READERS_MISS = ['i', 'nnnnnf', 'nnnnnf'] as const
const MAKERS = ['i', 'yyffff', 'yyffff'] as const
const MAKERS_MISS = ['i', 'nnffff', 'nnffff'] as const
const MAKERS_WRONG = ['i', 'xxffff', 'xxffff'] as const
const ORGANISERS = ['i', 'yyffff', 'yyfnnn'] as const
const ORGANISERS_MISS = ['i', 'nnffff', 'nnfnnn'] as const

const NOTHING = '01900000-0000-7000-8000-000000000000'

export const seriesRoutes = {
  'routes/rapat.seri._index': { path: '/rapat/seri', loader: READERS },
  'routes/rapat.seri.baru': {
    path: '/rapat/seri/baru',
    loader: MAKERS,
    action: { answers: MAKERS_WRONG, form: () => ({ name: '' }) },
  },
  'routes/rapat.seri.$id': {
    path: `/rapat/seri/${NOTHING}`,
    loader: READERS_MISS,
    action: { answers: MAKERS_MISS, form: () => ({ maksud: 'buka', terakhir: '' }) },
  },
  'routes/rapat.seri.$id_.ubah': {
    path: `/rapat/seri/${NOTHING}/ubah`,
    loader: MAKERS_MISS,
    action: { answers: MAKERS_WRONG, form: () => ({ name: '' }) },
  },
  'routes/rapat.seri.$id_.usul': {
    path: `/rapat/seri/${NOTHING}/usul`,
    loader: READERS_MISS,
    action: { answers: READERS_MISS, form: () => ({ title: 'Topik', reason: 'Perlu' }) },
  },
  'routes/usulan': {
    path: '/usulan',
    loader: READERS,
    action: { answers: READERS_MISS, form: () => ({ id: NOTHING }) },
  },
  'routes/rapat.$id_.lalu': { path: '/rapat/:id/lalu', loader: ['i', 'yyyyyy', 'yyynnn'] as const },
  'routes/rapat.$id_.tunda.$line': {
    path: '/rapat/:id/tunda/tidak-ada',
    loader: ORGANISERS_MISS,
    action: { answers: ORGANISERS_MISS, form: () => ({ to: '2027-01-01', reason: 'Cuaca' }) },
  },
  'routes/rapat.$id_.penundaan': {
    path: '/rapat/:id/penundaan',
    loader: ORGANISERS,
    // It is part of no series: who may, is told so.
    action: {
      answers: ['i', 'ccffff', 'ccfnnn'] as const,
      form: () => ({ maksud: 'tunda', acara: 'x', reason: 'Waktu habis' }),
    },
  },
}
