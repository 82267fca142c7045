/** Rows of the table of `route-walk.pg.test.ts` for table, calendar and kept views of tindak lanjut. */
const READERS = ['i', 'yyyyyf', 'yyyyyf'] as const
/** The form is refused, but only to who may see it. */
const WRONG = ['i', 'xxxxxf', 'xxxxxf'] as const
const ADMIN = ['i', 'yfffff', 'yfffff'] as const

const NOTHING = '01900000-0000-7000-8000-000000000000'
const SHEET = JSON.stringify({ head: [], rows: [{ line: 1, cells: ['Menyusun', 'tidak ada'] }] })

export const viewRoutes = {
  'routes/tindak-lanjut.tabel': {
    path: '/tindak-lanjut/tabel?grup=opd&urut=-tenggat&terlambat=ya',
    loader: READERS,
    action: { answers: WRONG, form: () => ({ field: 'status', value: 'x' }) },
  },
  'routes/tindak-lanjut.tabel_.csv': {
    path: '/tindak-lanjut/tabel/csv?tampil=opd,status',
    action: { answers: READERS, form: () => ({}) },
  },
  'routes/tindak-lanjut.kalender': {
    path: '/tindak-lanjut/kalender?bulan=2026-12&hari=2026-12-09',
    loader: READERS,
    action: { answers: WRONG, form: () => ({ value: '', cards: '[]' }) },
  },
  'routes/tindak-lanjut.tampilan': {
    path: '/tindak-lanjut/tampilan?pandang=tabel&kueri=terlambat%3Dya',
    loader: READERS,
    action: {
      answers: READERS,
      form: () => ({ pandang: 'tabel', kueri: 'terlambat=ya', name: 'Lat', shared: 'saya' }),
    },
  },
  'routes/tindak-lanjut.tampilan_.$id': {
    path: `/tindak-lanjut/tampilan/${NOTHING}`,
    loader: ['i', 'nnnnnf', 'nnnnnf'] as const,
  },
  'routes/tindak-lanjut.tempel': {
    path: '/tindak-lanjut/tempel',
    loader: READERS,
    action: { answers: WRONG, form: () => ({ maksud: 'baca', text: '' }) },
  },
  'routes/tindak-lanjut.tempel_.salah': {
    path: '/tindak-lanjut/tempel/salah',
    // Its columns are not told: who may paste, is told so.
    action: { answers: WRONG, form: () => ({ lembar: SHEET }) },
  },
  'routes/admin.libur': {
    path: '/admin/libur?tahun=2031',
    loader: ADMIN,
    action: { answers: ADMIN, form: () => ({ maksud: 'tetap', tahun: '2031' }) },
  },
}
