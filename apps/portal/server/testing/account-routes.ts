/** Rows of the table of `route-walk.pg.test.ts` for pages of accounts; `:orang` is a person of no role above. */
const EVERYBODY = ['y', 'yyyyyy', 'yyyyyy'] as const
const SIGNED_IN = ['i', 'yyyyyy', 'yyyyyy'] as const
const ADMIN = ['i', 'yfffff', 'yfffff'] as const
/** A form that is wrong, or about what is not there, told to who may send it. */
const ADMIN_WRONG = ['i', 'xfffff', 'xfffff'] as const
const ADMIN_MISSES = ['i', 'nfffff', 'nfffff'] as const
/** A link that nobody was given. */
const CLOSED = ['c', 'cccccc', 'cccccc'] as const

const NOTHING = '01900000-0000-7000-8000-000000000000'
const TOKEN = 'A'.repeat(43)

export const accountRoutes = {
  'routes/admin.pengguna._index': { path: '/admin/pengguna?q=admin', loader: ADMIN },
  'routes/admin.pengguna.baru': {
    path: '/admin/pengguna/baru',
    loader: ADMIN,
    action: { answers: ADMIN_WRONG, form: () => ({ name: '' }) },
  },
  'routes/admin.pengguna.aturan': {
    path: '/admin/pengguna/aturan',
    loader: ADMIN,
    action: { answers: ADMIN, form: () => ({ invitationDays: '7', objectionDays: '7' }) },
  },
  'routes/admin.pengguna.$id': {
    path: '/admin/pengguna/:orang',
    loader: ADMIN,
    action: { answers: ADMIN, form: () => ({ maksud: 'undang' }) },
  },
  'routes/admin.pengguna.$id_.ubah': {
    path: '/admin/pengguna/:orang/ubah',
    loader: ADMIN,
    action: { answers: ADMIN_WRONG, form: () => ({ name: '' }) },
  },
  'routes/admin.pengguna.$id_.serah-terima.$holding': {
    path: `/admin/pengguna/:orang/serah-terima/${NOTHING}`,
    loader: ADMIN_MISSES,
    action: { answers: ADMIN_MISSES, form: () => ({}) },
  },
  'routes/undangan.$token': {
    path: `/undangan/${TOKEN}`,
    loader: EVERYBODY,
    action: { answers: CLOSED, form: () => ({ password: 'perahu bocor di muara' }) },
  },
  'routes/atur-kata-sandi.$token': {
    path: `/atur-kata-sandi/${TOKEN}`,
    loader: EVERYBODY,
    action: { answers: CLOSED, form: () => ({ password: 'perahu bocor di muara' }) },
  },
  'routes/lupa-kata-sandi': {
    path: '/lupa-kata-sandi',
    loader: EVERYBODY,
    action: { answers: EVERYBODY, form: () => ({ login: `${crypto.randomUUID()}@contoh.go.id` }) },
  },
  'routes/email-baru.$token': {
    path: `/email-baru/${TOKEN}`,
    loader: EVERYBODY,
    action: { answers: CLOSED, form: () => ({}) },
  },
  'routes/tolak-email.$token': {
    path: `/tolak-email/${TOKEN}`,
    loader: EVERYBODY,
    action: { answers: CLOSED, form: () => ({}) },
  },
  'routes/profil_.kata-sandi': {
    path: '/profil/kata-sandi',
    loader: SIGNED_IN,
    action: { answers: ['i', 'xxxxxx', 'xxxxxx'], form: () => ({ password: 'pendek' }) },
  },
  'routes/profil_.email': {
    path: '/profil/email',
    loader: SIGNED_IN,
    action: { answers: ['i', 'xxxxxx', 'xxxxxx'], form: () => ({ email: 'bukan' }) },
  },
} as const
