/** Rows of the table of `route-walk.pg.test.ts` for notices. */
const SIGNED_IN = ['i', 'yyyyyy', 'yyyyyy'] as const
const ADMIN = ['i', 'yfffff', 'yfffff'] as const
const ADMIN_FORM = ['i', 'xfffff', 'xfffff'] as const

export const noticeRoutes = {
  'routes/pemberitahuan': {
    path: '/pemberitahuan?halaman=2',
    loader: SIGNED_IN,
    action: {
      answers: SIGNED_IN,
      form: () => ({ maksud: 'baca-semua', dilihat: '2026-11-24T03:00:00.000Z' }),
    },
  },
  'routes/profil_.pemberitahuan': {
    path: '/profil/pemberitahuan',
    loader: SIGNED_IN,
    action: {
      answers: SIGNED_IN,
      form: () => ({ mail: 'instant', hour: '7', quietFrom: '20', quietTo: '6' }),
    },
  },
  'routes/admin.kabar': {
    path: '/admin/kabar',
    loader: ADMIN,
    action: { answers: ADMIN_FORM, form: () => ({ revision: '0', headDays: '0', sekretariatDays: '7' }) },
  },
} as const
