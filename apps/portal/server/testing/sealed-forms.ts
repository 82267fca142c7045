import type { SealedRapat } from './sealed-rapat'

/**
 * What the notulis is answered: `y` done · `n` 404 · `f` 403 · `x` refused as input (400) · `c` 409. Done is only what
 * lives on beside the record: the tenggat that holds, a Koreksi that is proposed, what a page merely shows.
 */
export type SealedAnswer = 'y' | 'n' | 'f' | 'x' | 'c'

type Form = Readonly<Record<string, string>>

export interface SealedForms {
  readonly path: string
  /** By what is asked for; every `maksud` that the page knows. */
  readonly forms: Readonly<Record<string, readonly [SealedAnswer, Form]>>
}

const NOBODY = '01900000-0000-7000-8000-000000000000'
const schedule = {
  title: 'Judul lain',
  triwulan: '2026-4',
  date: '2026-12-09',
  startTime: '09:00',
  plannedMinutes: '3j',
  place: 'Aula',
}

/** Every form about one rapat that the portal takes, as it would be sent about the ratified one. */
export const sealedForms = (at: SealedRapat): Record<string, SealedForms> => {
  const line = { key: at.key, revision: String(at.revision) }
  const answer = { baris: at.lineId, hash: at.hash, saidBy: 'Kepala dinas' }
  const approval = {
    headSeq: String(at.headSeq),
    contentHash: at.contentHash,
    partsHash: at.partsHash,
    yakin: '1',
  }
  return {
    'routes/hadir.$id': {
      path: '/hadir/:id',
      forms: {
        hadir: ['y', { maksud: 'hadir' }],
        daftar: ['c', { name: 'Budi', agency: 'BPS' }],
      },
    },
    'routes/rapat.$id.bacakan': {
      path: '/rapat/:id/bacakan',
      forms: {
        terima: ['c', { maksud: 'terima', ...answer }],
        tawar: [
          'c',
          { maksud: 'tawar', ...answer, text: 'Lain', ownerOpdId: at.opdId, tenggat: '', reason: 'Berat' },
        ],
        ambil: ['c', { maksud: 'take', tawaran: NOBODY, note: '' }],
      },
    },
    'routes/rapat.$id.berkas': {
      path: '/rapat/:id/berkas',
      forms: {
        hapus: ['c', { maksud: 'hapus', id: at.fileId }],
        pulihkan: ['c', { maksud: 'pulihkan', id: at.fileId }],
      },
    },
    'routes/rapat.$id.daftar-hadir': {
      path: '/rapat/:id/daftar-hadir',
      forms: {
        tandai: ['f', { maksud: 'tandai', ...line, presence: 'izin' }],
        ubah: ['f', { maksud: 'ubah', ...line, presence: 'hadir', arrivedAt: '09:00' }],
        jawab: ['f', { maksud: 'jawab', ...line, answer: 'hadir' }],
        tambah: ['f', { maksud: 'tambah', ...line, name: 'Budi', agency: 'BPS' }],
        konfirmasi: ['f', { maksud: 'konfirmasi', ...line }],
        tolak: ['f', { maksud: 'tolak', ...line }],
      },
    },
    'routes/rapat.$id.kertas': {
      path: '/rapat/:id/kertas',
      forms: {
        // Papers are made beside the record; its PDF is kept and not made another time.
        matriks: ['y', { kind: 'matriks', format: 'pdf' }],
        notula: ['c', { kind: 'notula', format: 'pdf' }],
      },
    },
    'routes/rapat.$id.komentar': {
      path: '/rapat/:id/komentar',
      forms: {
        baru: [
          'c',
          {
            maksud: 'baru',
            kind: 'komentar',
            body: 'Terlambat.',
            root: `item:${at.itemId}`,
            lineId: at.lineId,
            from: '0',
            to: '1',
            quote: 'M',
          },
        ],
        balas: ['c', { maksud: 'balas', komentar: NOBODY, body: 'Ya' }],
        ambil: ['n', { maksud: 'take', komentar: NOBODY, note: '' }],
      },
    },
    'routes/rapat.$id.koreksi': {
      path: '/rapat/:id/koreksi',
      forms: {
        usul: ['y', { maksud: 'usul', reason: 'Salah tulis', [`f:${at.lineId}.text`]: 'Kalimat yang benar' }],
        sahkan: ['c', { maksud: 'sahkan', koreksiId: NOBODY, hash: at.hash, yakin: '1' }],
        tarik: ['c', { maksud: 'tarik', koreksiId: NOBODY, note: '' }],
        kembalikan: ['c', { maksud: 'kembalikan', koreksiId: NOBODY, note: 'Belum' }],
      },
    },
    'routes/rapat.$id.pengesahan': {
      path: '/rapat/:id/pengesahan',
      forms: {
        ajukan: ['c', { maksud: 'ajukan' }],
        sahkan: ['c', { maksud: 'sahkan', ...approval }],
        tarik: ['c', { maksud: 'tarik', note: '' }],
        kembalikan: ['c', { maksud: 'kembalikan', note: 'Belum' }],
      },
    },
    'routes/rapat.$id.peserta': {
      path: '/rapat/:id/peserta',
      forms: { simpan: ['f', { opd: at.opdId }], pokja: ['f', { maksud: 'pokja', pokja: NOBODY }] },
    },
    'routes/rapat.$id.peserta_.tamu': {
      path: '/rapat/:id/peserta/tamu',
      forms: {
        undang: [
          'f',
          { maksud: 'undang', name: 'Budi', agency: 'BPS', right: 'tulis', lastDay: '2026-12-10', email: '' },
        ],
        ulang: ['f', { maksud: 'ulang', personId: NOBODY, right: 'tulis', lastDay: '2026-12-10', email: '' }],
        cabut: ['n', { maksud: 'cabut', personId: NOBODY }],
      },
    },
    'routes/rapat.$id.riwayat': {
      path: '/rapat/:id/riwayat',
      forms: {
        simpan: ['c', { maksud: 'simpan', name: 'Terlambat' }],
        selamat: ['c', { maksud: 'selamat', key: '5001-1', outcome: 'restored' }],
      },
    },
    'routes/rapat.$id.riwayat_.$seq': {
      path: '/rapat/:id/riwayat/1',
      forms: { semua: ['c', { dilihat: '1' }], acara: ['c', { dilihat: '1', acara: at.itemId }] },
    },
    'routes/rapat.$id.riwayat_.redaksi': {
      path: '/rapat/:id/riwayat/redaksi',
      forms: { hapus: ['f', { maksud: 'hapus', bagian: 'Wakil Bupati', yakin: '1' }] },
    },
    'routes/rapat.$id.undangan': {
      path: '/rapat/:id/undangan',
      forms: {
        kirim: ['c', { maksud: 'kirim' }],
        jawab: ['c', { maksud: 'jawab', ...line, answer: 'hadir' }],
      },
    },
    'routes/rapat.$id.undangan_.ubah': {
      path: '/rapat/:id/undangan/ubah',
      forms: { simpan: ['f', { revision: '0', number: '005/9/2026' }] },
    },
    'routes/rapat.$id_.penundaan': {
      path: '/rapat/:id/penundaan',
      forms: {
        tunda: ['c', { maksud: 'tunda', acara: at.itemId, reason: 'Waktu habis' }],
        lanjut: ['c', { maksud: 'lanjut', acara: at.itemId }],
      },
    },
    'routes/rapat.$id_.status': {
      path: '/rapat/:id/status',
      forms: {
        berlangsung: ['c', { status: 'berlangsung' }],
        dibatalkan: ['c', { status: 'dibatalkan' }],
      },
    },
    'routes/rapat.$id_.tunda.$line': {
      path: `/rapat/:id/tunda/${at.lineId}`,
      forms: { tunda: ['y', { to: '2027-03-01', reason: 'Cuaca' }] },
    },
    'routes/rapat.$id_.ubah': {
      path: '/rapat/:id/ubah',
      forms: { simpan: ['f', { ...schedule, revision: String(at.rapatRevision) }] },
    },
  }
}
