/** Rows of the table of `route-walk.pg.test.ts` for pages of the organisation. */
const ADMIN = ['i', 'yfffff', 'yfffff'] as const
const ADMIN_WRONG = ['i', 'xfffff', 'xfffff'] as const
const ADMIN_MISSES = ['i', 'nfffff', 'nfffff'] as const
const MAKERS = ['i', 'yyffff', 'yyffff'] as const
const MAKERS_WRONG = ['i', 'xxffff', 'xxffff'] as const
const MAKERS_MISS = ['i', 'nnffff', 'nnffff'] as const

const NOTHING = '01900000-0000-7000-8000-000000000000'

export const organisationRoutes = {
  'routes/admin.opd._index': { path: '/admin/opd?q=dinas', loader: ADMIN },
  'routes/admin.opd.baru': {
    path: '/admin/opd/baru',
    loader: ADMIN,
    action: { answers: ADMIN_WRONG, form: () => ({ name: '' }) },
  },
  'routes/admin.opd.$id': {
    path: `/admin/opd/${NOTHING}`,
    loader: ADMIN_MISSES,
    action: { answers: ADMIN_MISSES, form: () => ({ maksud: 'nonaktif' }) },
  },
  'routes/admin.opd.$id_.ubah': {
    path: `/admin/opd/${NOTHING}/ubah`,
    loader: ADMIN_MISSES,
    action: { answers: ADMIN_WRONG, form: () => ({ name: '' }) },
  },
  'routes/admin.opd.$id_.gabung': {
    path: `/admin/opd/${NOTHING}/gabung`,
    loader: ADMIN_MISSES,
    action: { answers: ADMIN_MISSES, form: () => ({ into: NOTHING, revision: '1' }) },
  },
  'routes/admin.pokja._index': { path: '/admin/pokja', loader: MAKERS },
  'routes/admin.pokja.baru': {
    path: '/admin/pokja/baru',
    loader: MAKERS,
    action: { answers: MAKERS_WRONG, form: () => ({ name: '' }) },
  },
  'routes/admin.pokja.$id': {
    path: `/admin/pokja/${NOTHING}`,
    loader: MAKERS_MISS,
    action: { answers: MAKERS_WRONG, form: () => ({ name: '' }) },
  },
  'routes/admin.wilayah_.kecamatan.$code': {
    path: '/admin/wilayah/kecamatan/99.99.99',
    loader: MAKERS_MISS,
    action: { answers: MAKERS_MISS, form: () => ({ tempat: '99.99.99' }) },
  },
  'routes/admin.impor._index': { path: '/admin/impor', loader: MAKERS },
  'routes/admin.impor.$table': {
    path: '/admin/impor/opd',
    loader: ADMIN,
    action: { answers: ADMIN_WRONG, form: () => ({ maksud: 'periksa' }) },
  },
  'routes/admin.impor_.$table.$file': {
    path: '/admin/impor/operator/operator.csv',
    // By that name there is no example.
    loader: MAKERS_MISS,
    action: { answers: MAKERS, form: () => ({}) },
  },
}
