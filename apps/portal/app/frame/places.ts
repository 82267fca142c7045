import { type Action, type Actor, may } from '@mufakat/domain'
import {
  CalendarDays,
  ChartLine,
  CircleUserRound,
  FileChartColumn,
  Goal,
  House,
  type LucideIcon,
  Settings,
  SquareKanban,
} from 'lucide-react'

type PlaceName = 'beranda' | 'rapat' | 'tindak-lanjut' | 'target' | 'dasbor' | 'laporan' | 'profil' | 'admin'

export interface Place {
  readonly to: string
  readonly key: `nav.${PlaceName}`
  readonly icon: LucideIcon
  /** Who may do this is led there; none: everybody who is in. */
  readonly needs?: Action
  /** Pressed after `g`; what it does stands in the help as `help.…`. */
  readonly shortcut?: readonly [
    key: string,
    help: `help.${'beranda' | 'rapat' | 'tindak-lanjut' | 'target' | 'dasbor'}`,
  ]
  /** A page without script, which is loaded whole. */
  readonly still?: boolean
}

/**
 * The places of the main menu, of the palette and of the keys, in the order in which they matter: a phone shows the first
 * four, and the others in a menu.
 */
export const PLACES: readonly Place[] = [
  { to: '/', key: 'nav.beranda', icon: House, shortcut: ['b', 'help.beranda'] },
  { to: '/rapat', key: 'nav.rapat', icon: CalendarDays, shortcut: ['r', 'help.rapat'] },
  {
    to: '/tindak-lanjut',
    key: 'nav.tindak-lanjut',
    icon: SquareKanban,
    shortcut: ['t', 'help.tindak-lanjut'],
  },
  {
    to: '/target',
    key: 'nav.target',
    icon: Goal,
    needs: 'target.read',
    shortcut: ['i', 'help.target'],
    still: true,
  },
  // Who sees the page of their OPD alone is led to it from there.
  {
    to: '/dasbor',
    key: 'nav.dasbor',
    icon: ChartLine,
    needs: 'target.read',
    shortcut: ['d', 'help.dasbor'],
    still: true,
  },
  { to: '/laporan', key: 'nav.laporan', icon: FileChartColumn, needs: 'laporan.read', still: true },
  { to: '/profil', key: 'nav.profil', icon: CircleUserRound },
  { to: '/admin', key: 'nav.admin', icon: Settings, still: true },
]

/** How many places a phone has room for at its foot. */
const BAR = 5

/** What stands at the foot of a phone, and what behind its last entry. */
export const barOf = (places: readonly Place[]): { shown: readonly Place[]; behind: readonly Place[] } =>
  places.length <= BAR
    ? { shown: places, behind: [] }
    : { shown: places.slice(0, BAR - 1), behind: places.slice(BAR - 1) }

/**
 * The addresses of the places that this person is led to, in their order: who looks at all OPD has the dashboard before the
 * targets, so that it stands at the foot of their phone. A guest has one rapat; while one looks as another person, what
 * is that person's own stays closed.
 * @param mayAdminister sees at least one section of Pengaturan
 */
export function placesFor(actor: Actor | null, mayAdminister: boolean): string[] {
  if (actor === null || typeof actor.guestOf === 'string') return []
  const isViewed = typeof actor.viewedBy === 'string'
  const rank = ({ to }: Place) => (to === '/target' && may(actor, 'dasbor.read') ? 1 : 0)
  const places = PLACES.filter(({ to, needs }) => {
    if (to === '/admin') return mayAdminister
    if (to === '/profil') return !isViewed
    return needs === undefined || may(actor, needs)
  })
  const dasbor = places.findIndex(({ to }) => to === '/dasbor')
  return [...places.slice(0, dasbor + 1).sort((a, b) => rank(a) - rank(b)), ...places.slice(dasbor + 1)].map(
    ({ to }) => to,
  )
}
