/** Rows of the table of `route-walk.pg.test.ts` for guests by link, permissions, and looking as another person. */
const EVERYBODY = ['y', 'yyyyyy', 'yyyyyy'] as const
const EDITORS = ['i', 'yyffff', 'yyfnnn'] as const
const nothing = () => ({})

export const guestRoutes = {
  'routes/admin.peran': { path: '/admin/peran', loader: ['i', 'yfffff', 'yfffff'] },
  'routes/rapat.$id.peserta_.tamu': {
    path: '/rapat/:id/peserta/tamu',
    loader: EDITORS,
    action: {
      answers: EDITORS,
      form: () => ({
        maksud: 'undang',
        name: 'Budi',
        agency: 'BPS',
        right: 'baca',
        lastDay: '2026-12-10',
        email: '',
      }),
    },
  },
  // A link that nobody was given: the page says so.
  'routes/tamu.$token': {
    path: `/tamu/${'A'.repeat(43)}`,
    loader: EVERYBODY,
    action: { answers: EVERYBODY, form: nothing },
  },
  // Nobody looks as another person: sent home.
  'routes/lihat-sebagai': {
    path: '/lihat-sebagai',
    loader: EVERYBODY,
    action: { answers: EVERYBODY, form: nothing },
  },
} as const
