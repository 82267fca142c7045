import { describe, expect, it } from 'vitest'
import { MAIL_TEMPLATES, type MailData, type MailTemplate, SECURITY_EVENTS } from './catalogue'
import { renderMail } from './render'

const link = 'https://rapat.contoh.go.id/undangan/abc?x=1&y=2'
const at = '2026-11-24T03:00:00.000Z'
const rapat = {
  title: 'Rakor Triwulan IV',
  date: '2026-12-08',
  startTime: '09:00',
  place: 'Aula Bappelitbangda',
  plannedMinutes: 180,
}
const about = {
  name: 'Budi',
  rapat,
  zone: 'WIB' as const,
  number: '005/12/2026',
  link,
  calendar: { uid: 'x@contoh.go.id', sequence: 0, isCancelled: false, facts: rapat },
}
const SAMPLES: { [T in MailTemplate]: MailData<T> } = {
  invitation: { name: 'Budi', invitedBy: 'Siti', link, expiresAt: at },
  'password-reset': { name: 'Budi', link, expiresAt: at },
  'email-change-confirm': { name: 'Budi', link, expiresAt: at },
  'email-change-notice': { name: 'Budi', newEmail: 'b…@contoh.go.id', at, link, expiresAt: at },
  'guest-link': { name: 'Budi', rapat: 'Rakor Triwulan IV', link, expiresAt: at },
  mention: { name: 'Budi', by: 'Siti', rapat: 'Rakor Triwulan IV', link },
  notices: {
    name: 'Budi',
    isDigest: true,
    groups: [
      {
        title: 'Menyusun daftar lokasi kumuh',
        triwulan: null,
        link,
        lines: [
          {
            kind: 'changes',
            merged: 3,
            people: ['Siti', 'Ani'],
            change: { kind: 'status', to: 'berjalan' },
            due: null,
          },
          { kind: 'late', merged: 1, people: [], change: null, due: '2026-11-20' },
        ],
      },
    ],
    more: 2,
    link,
  },
  'rapat-invited': about,
  'rapat-changed': {
    ...about,
    before: { ...rapat, startTime: '08:00', place: '' },
    changed: ['startTime', 'place'],
  },
  'rapat-rescheduled': about,
  'rapat-postponed': about,
  'rapat-cancelled': { ...about, rapat: { ...rapat, date: null, startTime: null } },
  'rapat-withdrawn': about,
  'notula-submitted': { name: 'Budi', rapat: 'Rakor Triwulan IV', link },
  'notula-returned': { name: 'Budi', rapat: 'Rakor Triwulan IV', note: 'Lengkapi keputusan 2', link },
  'notula-ratified': { name: 'Budi', rapat: 'Rakor Triwulan IV', code: '7K3M9QX2TD', link },
  'report-returned': {
    name: 'Budi',
    opd: 'Dinas Sosial',
    year: 2026,
    quarter: 3,
    note: 'Periksa penyebut',
    link,
  },
  'koreksi-submitted': { name: 'Budi', rapat: 'Rakor Triwulan IV', number: 1, reason: 'Salah hitung', link },
  'koreksi-returned': {
    name: 'Budi',
    rapat: 'Rakor Triwulan IV',
    number: 1,
    note: 'Angka belum cocok',
    link,
  },
  'koreksi-ratified': { name: 'Budi', rapat: 'Rakor Triwulan IV', number: 1, code: '7K3M9QX2TD', link },
  'security-notice': { name: 'Budi', what: 'totp-added', at },
  'erasure-granted': { name: 'Budi', at, keepsName: true },
  'erasure-refused': { name: 'Budi', at, reason: 'Masih memegang berkas dinas' },
  'proposal-accepted': { name: 'Budi', title: 'Data sanitasi', series: 'Rakor Triwulan' },
  'proposal-returned': {
    name: 'Budi',
    title: 'Data sanitasi',
    series: 'Rakor Triwulan',
    note: 'Sudah dibahas di pokja',
  },
  'backup-old': { name: 'Budi', lastAt: at },
  test: { name: 'Budi', at },
}
const templates = Object.keys(MAIL_TEMPLATES) as MailTemplate[]
const render = (template: MailTemplate, data: unknown = SAMPLES[template], locale: 'id' | 'en' = 'id') =>
  renderMail({ template, data, locale, regency: 'Kabupaten Mukomuko' })

describe('letters', () => {
  it.each(templates)('%s says the same as text and as HTML, in both languages', template => {
    for (const locale of ['id', 'en'] as const) {
      const { subject, text, html } = render(template, SAMPLES[template], locale)
      expect(subject.length).toBeGreaterThan(5)
      expect(text).toContain(locale === 'id' ? 'Yth. Budi,' : 'Dear Budi,')
      expect(text).toContain('Kabupaten Mukomuko')
      // Nothing was left open.
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/)
      const read = html
        .replace(/<title>.*<\/title>/, '')
        .replace(/<a href="([^"]+)"[^>]*>/g, '\n$1\n')
        .replace(/<[^>]+>/g, '\n')
        .replaceAll('&amp;', '&')
        .replaceAll('&#39;', "'")
      for (const line of text.split('\n').filter(one => one !== '' && one !== '-- '))
        expect(read).toContain(line.replace(/:$/, ''))
    }
  })

  it('carries the link where the template has one, and tells until when in WIB', () => {
    for (const template of [
      'invitation',
      'password-reset',
      'email-change-confirm',
      'email-change-notice',
      'guest-link',
    ] as const) {
      const { text, html } = render(template)
      expect(text).toContain(link)
      expect(html).toContain(`href="${link.replace('&', '&amp;')}"`)
      expect(text).toContain('24 Nov 2026, 10.00 WIB')
    }
  })

  it('lists what has changed of a rapat, and what holds now, in one letter', () => {
    const { subject, text } = render('rapat-changed')
    expect(subject).toContain('Rakor Triwulan IV')
    expect(text).toContain('Waktu: 08.00 WIB → 09.00 WIB')
    expect(text).toContain('Tempat: belum ditentukan → Aula Bappelitbangda')
    expect(text).toContain('Hari/tanggal: Selasa, 8 Desember 2026\nWaktu: 09.00 WIB – selesai\nTempat:')
    expect(text).toContain('005/12/2026')
    expect(render('rapat-changed', SAMPLES['rapat-changed'], 'en').text).toContain('Tuesday, 8 December 2026')
  })

  it('tells notices by what they are about, merged, with where it is and how to have fewer', () => {
    const { subject, text } = render('notices')
    expect(subject).toBe('Pemberitahuan Mufakat: Menyusun daftar lokasi kumuh')
    expect(text).toContain(
      [
        'Menyusun daftar lokasi kumuh',
        '– 3 perubahan oleh Siti dan Ani. Terakhir: Siti memindahkannya ke Berjalan',
        '– Lewat tenggat: Jumat, 20 November 2026',
        link,
      ].join('\n'),
    )
    expect(text).toContain('Masih ada 2 pemberitahuan lain')
    expect(text).toContain('Profil → Pemberitahuan')
    const [group] = SAMPLES.notices.groups
    const line = { kind: 'report-sent', merged: 1, people: ['Siti'], change: null, due: null }
    const report = { title: 'Dinas Sosial', triwulan: { year: 2026, quarter: 3 }, link, lines: [line] }
    const ofReport = render('notices', { ...SAMPLES.notices, more: 0, groups: [report] })
    expect(ofReport.subject).toBe('Pemberitahuan Mufakat: Laporan Triwulan III 2026, Dinas Sosial')
    expect(ofReport.text).toContain('– Siti mengirim laporan ini untuk diperiksa')
    const many = render('notices', { ...SAMPLES.notices, more: 0, groups: [group, group, group] })
    expect(many.subject).toBe('Pemberitahuan Mufakat: Menyusun daftar lokasi kumuh dan 2 lainnya')
    expect(many.text).not.toContain('Masih ada')
  })

  it('hands on what calendars need, and only where there is something', () => {
    const { calendar } = render('rapat-cancelled', {
      ...SAMPLES['rapat-cancelled'],
      calendar: { ...about.calendar, isCancelled: true },
    })
    expect(calendar).toMatchObject({
      uid: 'x@contoh.go.id',
      isCancelled: true,
      facts: rapat,
      name: 'Budi',
      zone: 'WIB',
    })
    expect(render('test').calendar).toBeNull()
  })

  it('has a sentence for every security event in both languages', () => {
    const said = SECURITY_EVENTS.flatMap(what =>
      (['id', 'en'] as const).map(locale => render('security-notice', { name: 'B', what, at }, locale).text),
    )
    expect(new Set(said).size).toBe(SECURITY_EVENTS.length * 2)
  })

  it('lets no name write HTML, a header or a line of its own', () => {
    const name = '<img src=x onerror=alert(1)>\r\nBcc: c@d.id\u2028\u0007'
    const { subject, text, html } = render('invitation', {
      ...SAMPLES.invitation,
      name,
      invitedBy: `${name}"><script>`,
    })
    expect(html).not.toMatch(/<img|<script/)
    expect(text.split('\n').some(line => line.startsWith('Bcc:'))).toBe(false)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(subject).not.toMatch(/[\u0000-\u001f]/)
    expect(subject.length).toBeLessThanOrEqual(120)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.id/y', 'x'])('refuses the link %s', bad => {
    expect(MAIL_TEMPLATES.invitation.safeParse({ ...SAMPLES.invitation, link: bad }).success).toBe(false)
  })

  it('says who sent it also before the regency has a name', () => {
    const { text } = renderMail({ template: 'test', data: SAMPLES.test, locale: 'id', regency: null })
    expect(text).toContain('oleh Mufakat.')
  })
})
