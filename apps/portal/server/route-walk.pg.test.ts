import { ROLES } from '@mufakat/domain'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { featureRoutes } from './testing/feature-routes'
import { type Persona, startTestPortal, type TestPortal } from './testing/portal'

/**
 * What each is answered: nobody, then ROLES (admin sekretariat pimpinan kepala_opd staf_opd tamu) of the
 * invited OPD (a tamu: as guest with writing), then of another OPD.
 * `y` done (2xx, or sent on inside) · `i` sent to the door · `n` 404 · `f` 403 · `x` refused as input (400) · `c` 409.
 */
type Answers = readonly [nobody: string, own: string, other: string]

interface Act {
  readonly answers: Answers
  readonly form: (rapatId: string) => Record<string, string>
}

interface Entry {
  readonly path: string
  readonly loader?: Answers
  readonly action?: Act
}

const EVERYBODY: Answers = ['y', 'yyyyyy', 'yyyyyy']
const SIGNED_IN: Answers = ['i', 'yyyyyy', 'yyyyyy']
const MAKERS: Answers = ['i', 'yyffff', 'yyffff']
const READERS: Answers = ['i', 'yyyyyy', 'yyynnn']
const EDITORS: Answers = ['i', 'yyffff', 'yyfnnn']
const HISTORIANS: Answers = ['i', 'yyyyyf', 'yyynnn']
const PURGERS: Answers = ['i', 'yfffff', 'yffnnn']
const ADMIN: Answers = ['i', 'yfffff', 'yfffff']
/** The form is refused, but only to who may see it. */
const ADMIN_FORM: Answers = ['i', 'xfffff', 'xfffff']
const NOWHERE: Answers = ['n', 'nnnnnn', 'nnnnnn']

const schedule = {
  title: 'Rakor dari formulir',
  triwulan: '2026-4',
  date: '2026-12-09',
  startTime: '09:00',
  plannedMinutes: '3j',
  place: 'Aula',
}

/** Revision of a rapat that was made, given its guest and scheduled. */
const REVISION = '3'

/** One that is not on. */
const PROVIDER = {
  name: 'SSO Kabupaten',
  issuer: 'https://sso.contoh.id',
  authorizationEndpoint: 'https://sso.contoh.id/auth',
  tokenEndpoint: 'https://sso.contoh.id/token',
  userinfoEndpoint: '',
  jwksUri: 'https://sso.contoh.id/jwks',
  clientId: 'mufakat',
  clientSecret: '',
  scopes: 'openid email',
  groupClaim: 'groups',
  match: 'email',
  nipClaim: 'nip',
  roles: 'tkpkd = sekretariat',
}

const TABLE: Record<string, Entry> = {
  ...featureRoutes,
  root: { path: '/masuk', loader: EVERYBODY },
  'routes/$': { path: '/tidak-ada', loader: NOWHERE, action: { answers: NOWHERE, form: () => ({}) } },
  'routes/_index': { path: '/', loader: SIGNED_IN },
  'routes/admin': { path: '/admin', loader: MAKERS },
  'routes/admin._index': { path: '/admin', loader: MAKERS },
  'routes/admin.berkas': {
    path: '/admin/berkas',
    loader: ADMIN,
    action: {
      answers: ADMIN,
      form: () => ({
        maxMegabytes: '40',
        quotaMegabytes: '2.048',
        retentionDays: '90',
        scannerAway: 'refuse',
      }),
    },
  },
  'routes/admin.daerah': {
    path: '/admin/daerah',
    loader: ADMIN,
    action: { answers: ADMIN_FORM, form: () => ({ bagian: 'regency', revision: '0', name: '' }) },
  },
  'routes/admin.templat': {
    path: '/admin/templat',
    loader: ADMIN,
    action: { answers: ADMIN_FORM, form: () => ({ revision: '0', title: '' }) },
  },
  'routes/admin.wilayah': {
    path: '/admin/wilayah',
    loader: MAKERS,
    action: { answers: ADMIN_FORM, form: () => ({ maksud: 'periksa' }) },
  },
  'routes/admin.wilayah_.$file': { path: '/admin/wilayah/desa.csv', loader: ADMIN },
  'routes/admin.keamanan': {
    path: '/admin/keamanan?cari=tidak.ada@contoh.id',
    loader: ADMIN,
    action: { answers: ADMIN, form: () => ({ maksud: 'aturan', graceDays: '14' }) },
  },
  'routes/admin.sso': {
    path: '/admin/sso',
    loader: ADMIN,
    action: { answers: ADMIN, form: () => PROVIDER },
  },
  'routes/cari': { path: '/cari', loader: SIGNED_IN },
  'routes/judul-rapat': { path: '/judul-rapat?naskah=tidak-ada', loader: SIGNED_IN },
  'routes/luring': { path: '/luring', loader: EVERYBODY },
  'routes/kunci-jurnal': {
    path: '/kunci-jurnal',
    action: { answers: SIGNED_IN, form: () => ({ deviceId: '3f1f6f0a-5a55-4a3e-9f0a-1c2d3e4f5a6b' }) },
  },
  'routes/masuk': {
    path: '/masuk',
    loader: EVERYBODY,
    action: {
      // Somebody who is in is sent inside, whatever they typed.
      answers: ['x', 'yyyyyy', 'yyyyyy'],
      form: () => ({ login: 'tak.ada@contoh.id', password: 'keliru' }),
    },
  },
  'routes/masuk_.kode': {
    path: '/masuk/kode',
    loader: ['i', 'yyyyyy', 'yyyyyy'],
    action: { answers: ['i', 'iiiiii', 'iiiiii'], form: () => ({ code: '123456' }) },
  },
  'routes/masuk_.kunci': {
    path: '/masuk/kunci',
    loader: EVERYBODY,
    action: { answers: ['i', 'iiiiii', 'iiiiii'], form: () => ({ jawaban: '{}' }) },
  },
  // No provider is set: back to the door.
  'routes/masuk_.sso': { path: '/masuk/sso', loader: ['i', 'yyyyyy', 'yyyyyy'] },
  'routes/masuk_.sso_.balik': { path: '/masuk/sso/balik', loader: ['i', 'iiiiii', 'iiiiii'] },
  'routes/masuk_.ulang': {
    path: '/masuk/ulang',
    action: {
      answers: ['x', 'xxxxxx', 'xxxxxx'],
      form: () => ({ login: '', password: '' }),
    },
  },
  'routes/keluar': {
    path: '/keluar',
    loader: EVERYBODY,
    action: { answers: ['i', 'iiiiii', 'iiiiii'], form: () => ({}) },
  },
  'routes/profil': {
    path: '/profil',
    loader: SIGNED_IN,
    action: { answers: SIGNED_IN, form: () => ({ locale: 'en', theme: 'dark' }) },
  },
  'routes/profil_.belum-terkirim': { path: '/profil/belum-terkirim', loader: SIGNED_IN },
  'routes/admin.audit': { path: '/admin/audit?pelaku=sistem&sampai=2026-11-30', loader: ADMIN },
  'routes/admin.audit_.csv': {
    path: '/admin/audit/csv',
    action: { answers: ADMIN, form: () => ({ tindakan: 'session.start' }) },
  },
  // There are people: no link opens anything, and who is in is sent on.
  'routes/siapkan.$token': {
    path: `/siapkan/${'A'.repeat(43)}`,
    loader: ['n', 'yyyyyy', 'yyyyyy'],
    action: { answers: NOWHERE, form: () => ({ name: 'Siapa' }) },
  },
  'routes/siapkan._index': { path: '/siapkan', loader: ADMIN },
  'routes/siapkan.langkah.$step': {
    path: '/siapkan/langkah/daerah',
    loader: ADMIN,
    action: { answers: ADMIN_FORM, form: () => ({ revision: '0', name: '' }) },
  },
  'routes/profil_.keamanan': {
    path: '/profil/keamanan',
    loader: SIGNED_IN,
    action: { answers: SIGNED_IN, form: () => ({ maksud: 'pasang' }) },
  },
  'routes/profil_.keamanan_.aplikasi': {
    path: '/profil/keamanan/aplikasi',
    loader: SIGNED_IN,
    action: { answers: ['i', 'xxxxxx', 'xxxxxx'], form: () => ({ code: '' }) },
  },
  'routes/profil_.keamanan_.kunci': { path: '/profil/keamanan/kunci', loader: SIGNED_IN },
  'routes/rapat._index': { path: '/rapat', loader: SIGNED_IN },
  'routes/rapat.baru': {
    path: '/rapat/baru',
    loader: MAKERS,
    action: {
      answers: MAKERS,
      form: () => ({ ...schedule, 'agenda.0.title': 'Pembukaan', 'agenda.0.minutes': '15m' }),
    },
  },
  'routes/rapat.$id': { path: '/rapat/:id', loader: READERS },
  'routes/rapat.$id._index': { path: '/rapat/:id', loader: READERS },
  'routes/rapat.$id.peserta': {
    path: '/rapat/:id/peserta',
    loader: READERS,
    action: { answers: EDITORS, form: () => ({}) },
  },
  'routes/rapat.$id.tindak-lanjut': { path: '/rapat/:id/tindak-lanjut', loader: READERS },
  'routes/rapat.$id.berkas': {
    path: '/rapat/:id/berkas',
    loader: READERS,
    // Who may not even be told that the rapat is there learns as much about a file.
    action: {
      answers: ['i', 'nnnnnn', 'nnnnnn'],
      form: () => ({ maksud: 'hapus', id: '01900000-0000-7000-8000-000000000000' }),
    },
  },
  'routes/rapat.$id.riwayat': {
    path: '/rapat/:id/riwayat',
    loader: HISTORIANS,
    action: { answers: HISTORIANS, form: () => ({ maksud: 'simpan', name: 'Sebelum istirahat' }) },
  },
  'routes/rapat.$id.riwayat_.$seq': {
    path: '/rapat/:id/riwayat/1?banding=kini',
    loader: HISTORIANS,
    action: { answers: HISTORIANS, form: () => ({ dilihat: '1' }) },
  },
  'routes/rapat.$id.riwayat_.redaksi': {
    path: '/rapat/:id/riwayat/redaksi',
    loader: PURGERS,
    action: {
      answers: PURGERS,
      form: () => ({ maksud: 'hapus', bagian: 'Pembukaan dan arahan', yakin: '1' }),
    },
  },
  'routes/rapat.$id_.ubah': {
    path: '/rapat/:id/ubah',
    loader: EDITORS,
    action: { answers: EDITORS, form: () => ({ ...schedule, revision: REVISION }) },
  },
  'routes/rapat.$id_.status': {
    path: '/rapat/:id/status',
    loader: READERS,
    action: { answers: EDITORS, form: () => ({ status: 'berlangsung' }) },
  },
}

/** They send to the door without a refusal: one ends a session, the other counts a try. */
const AT_THE_DOOR = ['/keluar', '/masuk/kunci']

/** What is open to everybody is counted, by network, before anything is looked for. */
const COUNTED = /^\/data\/.*\.csv$/

const PERSONAS: Persona[] = [
  null,
  ...(['own', 'other'] as const).flatMap(side => ROLES.map(role => ({ role, side }))),
]

const expected = (answers: Answers, persona: Persona): string => {
  if (persona === null) return answers[0]
  return answers[persona.side === 'own' ? 1 : 2][ROLES.indexOf(persona.role)] ?? '?'
}

const letterOf = (response: Response): string => {
  const { status } = response
  if (status >= 300 && status < 400) {
    return response.headers.get('Location')?.startsWith('/masuk') ? 'i' : 'y'
  }
  if (status === 404) return 'n'
  if (status === 403) return 'f'
  if (status === 409) return 'c'
  return status === 400 ? 'x' : status < 300 ? 'y' : String(status)
}

let database: TestDatabase
let portal: TestPortal

beforeAll(async () => {
  database = await testDatabase()
  portal = await startTestPortal(database.database)
}, 120_000)
afterAll(async () => {
  await portal?.close()
  await database?.close()
})

describe('every loader and action, by everybody', () => {
  it('stands in the table, and the table holds nothing else', () => {
    const built = Object.values(portal.build.routes).map(route => ({
      id: route?.id,
      loader: route?.module.loader !== undefined,
      action: route?.module.action !== undefined,
    }))
    const declared = Object.entries(TABLE).map(([id, entry]) => ({
      id,
      loader: entry.loader !== undefined,
      action: entry.action !== undefined,
    }))
    const byId = (a: { id?: string | undefined }, b: { id?: string | undefined }) =>
      (a.id ?? '').localeCompare(b.id ?? '')
    expect(built.sort(byId)).toEqual(declared.sort(byId))
  })

  const walk = async (answers: Answers, path: string, form: Act['form'] | null) => {
    const wrong: string[] = []
    const cookies: string[] = []
    for (const persona of PERSONAS) cookies.push(await portal.cookieOf(persona))
    // Each comes to what nobody before has changed.
    const fresh = async () => ({
      rapatId: await portal.makeRapat(),
      mark: await fingerprint(database.database),
    })
    let now = await fresh()
    for (const [i, persona] of PERSONAS.entries()) {
      const { rapatId, mark } = now
      const response = await fetch(
        portal.origin + path.replace(':id', rapatId).replace(':orang', portal.somebody),
        {
          redirect: 'manual',
          headers: { Cookie: cookies[i] ?? '', Origin: portal.origin, 'Sec-Fetch-Dest': 'document' },
          ...(form ? { method: 'POST', body: new URLSearchParams(form(rapatId)) } : {}),
        },
      )
      await response.arrayBuffer()
      const letter = letterOf(response)
      const name = persona ? `${persona.role} ${persona.side}` : 'nobody'
      const wanted = expected(answers, persona)
      if (letter !== wanted) wrong.push(`${name}: ${letter}, not ${wanted}`)
      if ((await fingerprint(database.database)) === mark) continue
      const denied = letter === 'n' || letter === 'f' || (letter === 'i' && !AT_THE_DOOR.includes(path))
      if (denied && !COUNTED.test(path)) wrong.push(`${name}: wrote although denied`)
      now = await fresh()
    }
    return wrong
  }

  it.each(Object.entries(TABLE).filter(([, entry]) => entry.loader))('GET %s', async (_id, entry) => {
    if (entry.loader) expect(await walk(entry.loader, entry.path, null)).toEqual([])
  })

  it.each(Object.entries(TABLE).filter(([, entry]) => entry.action))('POST %s', async (_id, entry) => {
    if (entry.action) expect(await walk(entry.action.answers, entry.path, entry.action.form)).toEqual([])
  })
})

describe('a request that is not a form of ours', () => {
  const post = (headers: Record<string, string>, body = 'status=berlangsung') =>
    fetch(`${portal.origin}/rapat/baru`, { method: 'POST', redirect: 'manual', headers, body })

  it('is refused from another origin, or from nowhere, and writes nothing', async () => {
    const cookie = await portal.cookieOf({ role: 'admin', side: 'own' })
    const before = await fingerprint(database.database)
    const form = { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' }
    for (const origin of ['https://jahat.example', 'null', `${portal.origin}.jahat.example`]) {
      expect((await post({ ...form, Origin: origin })).status).toBe(403)
    }
    expect((await post(form)).status).toBe(403)
    expect(await fingerprint(database.database)).toBe(before)
  })

  it('is refused when it is too large', async () => {
    const cookie = await portal.cookieOf({ role: 'admin', side: 'own' })
    const response = await post(
      { Cookie: cookie, Origin: portal.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
      `title=${'a'.repeat(600_000)}`,
    )
    expect(response.status).toBe(413)
  })

  it('keeps what was typed when a field is wrong, with the error beside it', async () => {
    const cookie = await portal.cookieOf({ role: 'sekretariat', side: 'own' })
    const body = new URLSearchParams({
      ...schedule,
      title: '',
      'agenda.0.title': 'Acara saya',
      'agenda.0.minutes': 'lama',
    })
    const response = await post(
      { Cookie: cookie, Origin: portal.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
      body.toString(),
    )
    const html = await response.text()
    expect(response.status).toBe(400)
    expect(html).toContain('Acara saya')
    expect(html).toContain('id="title-error"')
    expect(html).toContain('id="agenda.0.minutes-error"')
  })

  it('of somebody signed in carries the strict policy, and no script without its nonce', async () => {
    const cookie = await portal.cookieOf({ role: 'tamu', side: 'other' })
    const response = await fetch(`${portal.origin}/`, { headers: { Cookie: cookie } })
    const policy = response.headers.get('Content-Security-Policy') ?? ''
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1]
    expect(policy).not.toContain('unsafe')
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`)
  })
})
