import type { Golongan, Role } from '@mufakat/domain'

export const DEMO_PASSWORD = 'mufakat-demo'
export const DEMO_MARK = 'Contoh'

export interface DemoAccount {
  /** Before `@demo.local`. */
  readonly login: string
  readonly role: Role
  /** What the person is called after "Contoh – ". */
  readonly label: string
  /** Null: holds no jabatan. `head`: the head of that OPD. */
  readonly post: { readonly opd: string; readonly jabatan: string | 'head' } | null
  /** An 18-digit number of a year in which nobody was born. */
  readonly nip?: string
  readonly golongan?: Golongan
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    login: 'admin',
    role: 'admin',
    label: 'Admin Diskominfo',
    post: { opd: 'Diskominfo', jabatan: 'Pranata Komputer' },
    nip: '190001011900011001',
    golongan: 'III/b',
  },
  {
    login: 'sekretariat',
    role: 'sekretariat',
    label: 'Sekretariat TKPKD',
    post: { opd: 'Bappelitbangda', jabatan: 'Perencana' },
    nip: '190001011900011002',
    golongan: 'III/d',
  },
  { login: 'bupati', role: 'pimpinan', label: 'Bupati', post: { opd: 'Pimpinan', jabatan: 'head' } },
  {
    login: 'wabup',
    role: 'pimpinan',
    label: 'Wakil Bupati',
    post: { opd: 'Pimpinan', jabatan: 'Wakil Bupati Mukomuko' },
  },
  {
    login: 'kepala.perkim',
    role: 'kepala_opd',
    label: 'Kepala Dinas Perkim',
    post: { opd: 'Perkim', jabatan: 'head' },
    nip: '190001011900011003',
    golongan: 'IV/c',
  },
  {
    login: 'staf.perkim',
    role: 'staf_opd',
    label: 'Staf Perkim',
    post: { opd: 'Perkim', jabatan: 'Staf Bidang Kawasan Permukiman' },
  },
  {
    login: 'kepala.dinkes',
    role: 'kepala_opd',
    label: 'Kepala Dinas Kesehatan',
    post: { opd: 'Dinkes', jabatan: 'head' },
  },
  {
    login: 'kepala.dinsos',
    role: 'kepala_opd',
    label: 'Kepala Dinas Sosial',
    post: { opd: 'Dinsos', jabatan: 'head' },
  },
  { login: 'tamu', role: 'tamu', label: 'Tamu dari BPS', post: null },
]

export const demoEmail = (login: string): string => `${login}@demo.local`

export const demoName = (label: string): string => `${DEMO_MARK} – ${label}`
