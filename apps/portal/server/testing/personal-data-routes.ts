/** For the table of `route-walk.pg.test.ts`: pages of people's data, and what each role is answered. */
const EVERYBODY = ['y', 'yyyyyy', 'yyyyyy'] as const
const SIGNED_IN = ['i', 'yyyyyy', 'yyyyyy'] as const
const ADMIN = ['i', 'yfffff', 'yfffff'] as const
/** The form is refused, but only to who may see it. */
const ADMIN_FORM = ['i', 'xfffff', 'xfffff'] as const

export const personalDataRoutes = {
  'routes/data-pribadi': {
    path: '/data-pribadi',
    loader: EVERYBODY,
    action: { answers: SIGNED_IN, form: () => ({ maksud: 'hp', phone: '0812 3456 7890' }) },
  },
  // Nobody has one of this id: to everybody it is not there.
  'routes/data-pribadi_.salinan.$file': {
    path: '/data-pribadi/salinan/01900000-0000-7000-8000-000000000000.json',
    loader: ['i', 'nnnnnn', 'nnnnnn'] as const,
  },
  'routes/admin.data-pribadi': {
    path: '/admin/data-pribadi',
    loader: ADMIN,
    action: { answers: ADMIN_FORM, form: () => ({ bagian: 'retention', revision: '0', sessionDays: '1' }) },
  },
}
