/** Rows of the table of `route-walk.pg.test.ts` for files of values, the report of a triwulan, and open data. */
const EVERYBODY = ['y', 'yyyyyy', 'yyyyyy'] as const
const NOWHERE = ['n', 'nnnnnn', 'nnnnnn'] as const
const NOTHING = '01900000-0000-7000-8000-000000000000'
const MAKERS = ['i', 'yyffff', 'yyffff'] as const

export const valueRoutes = {
  'routes/target_.impor': {
    path: '/target/impor',
    loader: MAKERS,
    // No file came along: who may bring one in is told so.
    action: { answers: ['i', 'xxffff', 'xxffff'] as const, form: () => ({ maksud: 'periksa' }) },
  },
  'routes/target_.impor_.$file': {
    path: '/target/impor/nilai.csv',
    // By that name there is no example.
    loader: ['i', 'nnffff', 'nnffff'] as const,
    action: { answers: ['i', 'yyyyyf', 'yyyyyf'] as const, form: () => ({}) },
  },
  'routes/data._index': { path: '/data', loader: EVERYBODY },
  'routes/data.indikator[.]csv': { path: '/data/indikator.csv', loader: EVERYBODY },
  'routes/data.indikator[.]json': { path: '/data/indikator.json', loader: EVERYBODY },
  // Nothing is open: whoever asks learns that there is none.
  'routes/data.$id': { path: `/data/${NOTHING}`, loader: NOWHERE },
  'routes/data.$id_.$file': { path: `/data/${NOTHING}/nilai.csv`, loader: NOWHERE },
  'routes/laporan': {
    path: '/laporan?tw=2026-3',
    loader: ['i', 'yyyfff', 'yyyfff'] as const,
    action: { answers: ['i', 'yyyfff', 'yyyfff'] as const, form: () => ({ maksud: 'buat', format: 'pdf' }) },
  },
}
