/** Rows of the table of `route-walk.pg.test.ts` for the dashboard. */
const NOBODYS = '01900000-0000-7000-8000-000000000000'

export const dashboardRoutes = {
  // Who sees the page of their OPD alone is led there.
  'routes/dasbor._index': { path: '/dasbor', loader: ['i', 'yyyyyf', 'yyyyyf'] as const },
  // Nobody has this OPD, or this indicator: who may see any, is told so.
  'routes/dasbor.opd.$id': {
    path: `/dasbor/opd/${NOBODYS}`,
    loader: ['i', 'nnnfff', 'nnnfff'] as const,
  },
  'routes/dasbor.indikator.$id': {
    path: `/dasbor/indikator/${NOBODYS}`,
    loader: ['i', 'nnnfff', 'nnnfff'] as const,
  },
  'routes/dasbor.keadaan': { path: '/dasbor/keadaan', loader: ['i', 'yyyyyf', 'yyyyyf'] as const },
}
