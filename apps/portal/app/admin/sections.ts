import { type Action, type Actor, may } from '@mufakat/domain'
import type { PlainKey } from '@mufakat/i18n'
import {
  Activity,
  Archive,
  BellRing,
  Building2,
  CalendarOff,
  FileClock,
  FileSpreadsheet,
  Files,
  KeyRound,
  Landmark,
  ListOrdered,
  ListRestart,
  type LucideIcon,
  Mail,
  MapPinned,
  Network,
  ShieldCheck,
  ShieldUser,
  UserRoundCog,
  UsersRound,
} from 'lucide-react'

export interface AdminSection {
  /** Its page; everything below that address belongs to it. */
  readonly to: `/admin/${string}`
  readonly name: PlainKey
  /** What is done there, in one line. */
  readonly lead: PlainKey
  readonly icon: LucideIcon
  /** Who may do this sees the section. Its page asks for itself. */
  readonly needs: Action
}

/** The sections of Pengaturan in the order they are shown. */
export const SECTIONS: readonly AdminSection[] = [
  {
    to: '/admin/pengguna',
    name: 'admin.pengguna',
    lead: 'admin.pengguna.lead',
    icon: UsersRound,
    needs: 'account.read',
  },
  {
    to: '/admin/opd',
    name: 'opd.title',
    lead: 'opd.lead',
    icon: Building2,
    needs: 'opd.edit',
  },
  {
    to: '/admin/pokja',
    name: 'pokja.title',
    lead: 'pokja.lead',
    icon: Network,
    needs: 'pokja.edit',
  },
  {
    to: '/admin/daerah',
    name: 'admin.daerah',
    lead: 'admin.daerah.lead',
    icon: Landmark,
    needs: 'setting.edit',
  },
  {
    to: '/admin/templat',
    name: 'admin.templat',
    lead: 'admin.templat.lead',
    icon: ListOrdered,
    needs: 'setting.edit',
  },
  {
    to: '/admin/kabar',
    name: 'admin.kabar',
    lead: 'admin.kabar.lead',
    icon: BellRing,
    needs: 'setting.edit',
  },
  {
    to: '/admin/wilayah',
    name: 'admin.wilayah',
    lead: 'admin.wilayah.lead',
    icon: MapPinned,
    needs: 'operator.edit',
  },
  {
    to: '/admin/libur',
    name: 'libur.title',
    lead: 'libur.lead',
    icon: CalendarOff,
    needs: 'libur.edit',
  },
  {
    to: '/admin/impor',
    name: 'tabel.title',
    lead: 'tabel.lead',
    icon: FileSpreadsheet,
    needs: 'pokja.edit',
  },
  {
    to: '/admin/surel',
    name: 'surel.title',
    lead: 'surel.lead',
    icon: Mail,
    needs: 'mail.configure',
  },
  {
    to: '/admin/antrean',
    name: 'antrean.title',
    lead: 'antrean.lead',
    icon: ListRestart,
    needs: 'queue.manage',
  },
  {
    to: '/admin/cadangan',
    name: 'cadangan.title',
    lead: 'cadangan.lead',
    icon: Archive,
    needs: 'backup.manage',
  },
  {
    to: '/admin/status',
    name: 'status.title',
    lead: 'status.lead',
    icon: Activity,
    needs: 'status.read',
  },
  {
    to: '/admin/berkas',
    name: 'admin.berkas',
    lead: 'admin.berkas.lead',
    icon: Files,
    needs: 'setting.edit',
  },
  {
    to: '/admin/data-pribadi',
    name: 'admin.pribadi',
    lead: 'admin.pribadi.lead',
    icon: ShieldUser,
    needs: 'erasure.decide',
  },
  {
    to: '/admin/audit',
    name: 'audit.title',
    lead: 'audit.lead',
    icon: FileClock,
    needs: 'audit.read',
  },
  {
    to: '/admin/keamanan',
    name: 'admin.keamanan',
    lead: 'admin.keamanan.lead',
    icon: ShieldCheck,
    needs: 'door.manage',
  },
  {
    to: '/admin/peran',
    name: 'izin.title',
    lead: 'izin.lead',
    icon: UserRoundCog,
    needs: 'permission.read',
  },
  {
    to: '/admin/sso',
    name: 'admin.sso',
    lead: 'admin.sso.lead',
    icon: KeyRound,
    needs: 'door.manage',
  },
]

/** The addresses of the sections that this person sees; none: Pengaturan is not for them. */
export const sectionsOf = (actor: Actor | null): AdminSection['to'][] =>
  SECTIONS.filter(({ needs }) => may(actor, needs)).map(({ to }) => to)
