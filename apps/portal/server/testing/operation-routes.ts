/** Rows of the table of `route-walk.pg.test.ts` for pages of Pengaturan about the running of it. */
const ADMIN = ['i', 'yfffff', 'yfffff'] as const
/** A form that is wrong, told to who may send it. */
const ADMIN_WRONG = ['i', 'xfffff', 'xfffff'] as const

export const operationRoutes = {
  'routes/admin.antrean': {
    path: '/admin/antrean',
    loader: ADMIN,
    action: { answers: ADMIN, form: () => ({ what: 'all' }) },
  },
  'routes/admin.status': { path: '/admin/status', loader: ADMIN },
  // There is no letterhead yet: who may see one is told so.
  'routes/kop.logo': { path: '/kop/logo', loader: ['i', 'nnnnnn', 'nnnnnn'] },
  'routes/admin.cadangan': {
    path: '/admin/cadangan',
    loader: ADMIN,
    action: { answers: ADMIN_WRONG, form: () => ({ bagian: 'backup', revision: '0', daily: '0' }) },
  },
  'routes/admin.surel': {
    path: '/admin/surel',
    loader: ADMIN,
    action: { answers: ADMIN_WRONG, form: () => ({ transport: 'smtp', host: '' }) },
  },
} as const
