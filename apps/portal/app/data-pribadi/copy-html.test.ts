import { catalogueFor, createWords, LOCALES } from '@mufakat/i18n'
import type { OwnData } from '@mufakat/services'
import { describe, expect, it } from 'vitest'
import { copyAsHtml } from './copy-html'

const at = '2026-11-24T03:00:00.000Z'
const period = { year: 2026, quarter: 3 }

/** A copy with one of everything. */
const COPY: OwnData = {
  madeAt: at,
  person: {
    ...{
      id: 'p',
      name: 'Bu <b>Contoh</b>',
      email: 'contoh@contoh.go.id',
      nip: null,
      golongan: null,
      phone: null,
    },
    ...{ role: 'staf_opd', locale: 'id', active: true, createdAt: at },
  },
  jabatan: [{ jabatan: 'Analis', opd: 'Dinsos', kind: 'definitif', from: '2026-01-01', until: null }],
  duties: [{ kind: 'pokja-chair', of: 'Pokja Data', from: null, until: null }],
  sessions: [{ createdAt: at, lastSeenAt: at, endedAt: null, address: '10.0.0.1', userAgent: 'peramban' }],
  factors: [{ kind: 'totp', name: null, createdAt: at }],
  links: [{ kind: 'email', email: 'baru@contoh.go.id', createdAt: at, usedAt: null }],
  letters: [{ template: 'digest', state: 'sent', createdAt: at, sentAt: at }],
  entries: [{ at, action: 'profile.edit', byOneself: true, rapat: null, details: {} }],
  rapat: [{ title: 'Rakor', date: '2026-12-08', parts: ['chair', 'signer', 'told'] }],
  attendance: [],
  texts: [{ rapat: 'Rakor', item: 'Pembukaan', text: 'Dibuka.' }],
  remarks: [{ at, rapat: 'Rakor', text: 'Setuju' }],
  comments: [
    { at, card: 'Bedah rumah', text: '', editedAt: null, removedAt: at },
    { at, card: 'Bedah rumah', text: 'Sudah <i>jalan</i>', editedAt: at, removedAt: null },
  ],
  evidence: [
    {
      ...{ at, of: 'card', about: 'Bedah rumah', year: null, quarter: null, title: 'Foto', removedAt: null },
      ...{ url: null, file: 'foto.jpg', state: 'dikembalikan', note: 'Buram' },
    },
  ],
  reports: [{ part: 'sent', at, opd: 'Dinsos', ...period, state: 'dikembalikan', note: '' }],
  analyses: [
    {
      ...{ at, opd: 'Dinsos', ...period, indicator: 'KPM PKH' },
      ...{ analysis: 'Turun', kendala: 'Hujan', solusi: 'Tunggu', plan: 'Lanjut' },
    },
  ],
  numbers: [
    {
      ...{ at, parts: ['said', 'verified'], indicator: 'KPM PKH', region: '', ...period, value: 7917.5 },
      ...{ numerator: null, denominator: null, notAvailable: false, asOf: '2026-09-30', source: 'Dinsos' },
      ...{ reason: 'Salah ketik', card: null },
    },
    {
      ...{ at, parts: ['target'], indicator: 'KPM PKH', region: '', year: 2027, quarter: 0, value: null },
      ...{ numerator: null, denominator: null, notAvailable: true, asOf: null, source: '' },
      ...{ reason: '', card: null },
    },
  ],
  words: [{ at, kind: 'card-postponed', about: 'Bedah rumah', text: 'Menunggu bahan' }],
  made: [{ at, kind: 'card', name: 'Bedah rumah' }],
  notices: [
    { at, kind: 'report-returned', about: 'Dinsos', ...period, merged: 1, readAt: null, mailedAt: null },
  ],
  noticeSettings: [{ mail: 'digest', hour: 7, workdaysOnly: true, quietFrom: 20, quietTo: 6 }],
  followed: [{ kind: 'rapat', title: 'Rakor', muted: true, since: at }],
  filters: [{ name: 'Punya saya', view: 'tabel', query: 'status=belum', shared: 'opd', createdAt: at }],
  files: [{ name: 'daftar.xlsx', kind: 'xlsx', size: 12, addedAt: at, removedAt: null }],
  fetched: [{ at, file: 'daftar.xlsx' }],
  requests: [{ state: 'open', wish: 'Saya pensiun', askedAt: at, decidedAt: null, reason: '' }],
  shortened: ['comments'],
}

const ofCopy = (locale: (typeof LOCALES)[number]): string =>
  copyAsHtml(COPY, createWords(locale, catalogueFor(locale), 'WIB'))

describe('the readable copy of somebody’s data', () => {
  it('[X6] shows every part of it under a heading of its own', () => {
    for (const locale of LOCALES) {
      const words = createWords(locale, catalogueFor(locale), 'WIB')
      const headings = [...ofCopy(locale).matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, heading]) => heading)
      const parts = Object.keys(COPY).filter(name => name !== 'madeAt' && name !== 'shortened')
      expect(headings.sort()).toEqual(parts.map(name => words.lookup(`salinan.${name}`, 'none')).sort())
      expect(headings).not.toContain('none')
    }
  })

  it('says codes in words, and what people wrote as text', () => {
    const html = ofCopy('id')
    for (const said of [
      ...[
        'Sudah &lt;i&gt;jalan&lt;/i&gt;',
        'Bu &lt;b&gt;Contoh&lt;/b&gt;',
        'ketua pokja',
        'baru@contoh.go.id',
      ],
      ...['pimpinan rapat, penanda tangan undangan, diundang', 'dihapus 24 Nov 2026, 10.00 WIB', 'foto.jpg'],
      ...['Triwulan III 2026', 'dinyatakan, diperiksa', '7.917,5', '<td>2027</td><td>tidak tersedia</td>'],
      ...['perubahan tenggat atau penanggung jawab', 'Ringkasan harian', '20–6', 'dibisukan'],
      ...['Semua orang di OPD saya', 'Anda kirim', 'Dikembalikan', 'laporan dikembalikan'],
    ])
      expect(html).toContain(said)
    expect(html).not.toMatch(/<[bi]>|salinan\./)
    expect(html.match(/Daftar ini lebih panjang/g)).toHaveLength(1)
  })
})
