/** Rows of the table of `route-walk.pg.test.ts` for programmes, indicators and the reports of OPD. */
const READERS = ['i', 'yyyyyf', 'yyyyyf'] as const
const READERS_MISS = ['i', 'nnnnnf', 'nnnnnf'] as const
/** Of an OPD that is none: nobody's but theirs who read all. */
const REPORT_MISS = ['i', 'nnnfff', 'nnnfff'] as const
const MAKERS = ['i', 'yyffff', 'yyffff'] as const
const MAKERS_MISS = ['i', 'nnffff', 'nnffff'] as const
const MAKERS_WRONG = ['i', 'xxffff', 'xxffff'] as const

const NOTHING = '01900000-0000-7000-8000-000000000000'

export const targetRoutes = {
  'routes/target._index': { path: '/target', loader: READERS },
  'routes/target.$id': { path: `/target/${NOTHING}`, loader: READERS_MISS },
  'routes/target.baru': {
    path: '/target/baru',
    loader: MAKERS,
    action: { answers: MAKERS_WRONG, form: () => ({ name: '' }) },
  },
  'routes/target.$id_.ubah': {
    path: `/target/${NOTHING}/ubah`,
    loader: MAKERS_MISS,
    action: { answers: MAKERS_WRONG, form: () => ({ name: '' }) },
  },
  'routes/target.$id_.definisi': {
    path: `/target/${NOTHING}/definisi`,
    loader: MAKERS_MISS,
    action: { answers: MAKERS_WRONG, form: () => ({ definition: '' }) },
  },
  'routes/target.$id_.target': {
    path: `/target/${NOTHING}/target`,
    loader: MAKERS_MISS,
    action: { answers: MAKERS_WRONG, form: () => ({ 't.2026.4': 'banyak' }) },
  },
  'routes/target.$id_.koreksi': {
    path: `/target/${NOTHING}/koreksi`,
    loader: MAKERS_MISS,
    action: { answers: MAKERS_WRONG, form: () => ({ reason: '' }) },
  },
  'routes/target.program.baru': {
    path: '/target/program/baru',
    loader: MAKERS,
    action: { answers: MAKERS_WRONG, form: () => ({ name: '' }) },
  },
  'routes/target.program.$id.ubah': {
    path: `/target/program/${NOTHING}/ubah`,
    loader: MAKERS_MISS,
    action: { answers: MAKERS_WRONG, form: () => ({ name: '' }) },
  },
  'routes/target.laporan._index': { path: '/target/laporan', loader: READERS },
  'routes/target.laporan.$opd': {
    path: `/target/laporan/${NOTHING}`,
    loader: REPORT_MISS,
    action: { answers: REPORT_MISS, form: () => ({ maksud: 'kirim' }) },
  },
  'routes/target.laporan.$opd_.sel': {
    path: `/target/laporan/${NOTHING}/sel`,
    action: { answers: REPORT_MISS, form: () => ({}) },
  },
}
