/** Rows of the table of `route-walk.pg.test.ts` for files of values, and the report of a triwulan. */
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
  'routes/laporan': {
    path: '/laporan?tw=2026-3',
    loader: ['i', 'yyyfff', 'yyyfff'] as const,
    action: { answers: ['i', 'yyyfff', 'yyyfff'] as const, form: () => ({ maksud: 'buat', format: 'pdf' }) },
  },
}
