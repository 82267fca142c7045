import type { ErrorCode } from '@mufakat/kernel'
import type { Action } from './permission-action'
import {
  type Actor,
  type Condition,
  holds,
  isCard,
  isRapat,
  opdIdsOf,
  type RapatSubject,
  type Subject,
} from './permission-condition'
import { type Reason, reasonsOf } from './permission-reason'

type Row = readonly [
  nobody: Condition,
  admin: Condition,
  sekretariat: Condition,
  pimpinan: Condition,
  kepala_opd: Condition,
  staf_opd: Condition,
  tamu: Condition,
]

const COLUMNS = ['nobody', 'admin', 'sekretariat', 'pimpinan', 'kepala_opd', 'staf_opd', 'tamu'] as const

/** The table of permissions. Everything that is asked anywhere (loader, action, socket, UI) is read here. */
// biome-ignore format: a table is read in columns
const TABLE: Readonly<Record<Action, Row>> = {
  //                  nobody  admin         sekretariat   pimpinan  kepala_opd   staf_opd     tamu
  'demo.see':         ['all', 'all',        'all',        'all',    'all',       'all',       'all'],
  'privacy-notice.read': ['all', 'all',     'all',        'all',    'all',       'all',       'all'],
  'beranda.read':     ['-',   'all',        'all',        'all',    'all',       'all',       'all'],
  'directory.read':   ['-',   'all',        'all',        'all',    'all',       'all',       'all'],
  'people.read':      ['-',   'all',        'all',        'all',    'all',       'all',       '-'],
  'setting.edit':     ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'wilayah.edit':     ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'opd.edit':         ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'pokja.edit':       ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'operator.edit':    ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'mail.configure':   ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'queue.manage':     ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'backup.manage':    ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'status.read':      ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'audit.read':       ['-',   'all',        'auditor',    'auditor', 'auditor',  'auditor',   '-'],
  'profile.edit':     ['-',   'self',       'self',       'self',   'self',      'self',      'self'],
  'session.end':      ['-',   'self',       'self',       'self',   'self',      'self',      'self'],
  'journal-key.read': ['-',   'self',       'self',       'self',   'self',      'self',      'self'],
  'own-data.use':     ['-',   'self',       'self',       'self',   'self',      'self',      'self'],
  'kabar.use':        ['-',   'self',       'self',       'self',   'self',      'self',      'self'],
  'erasure.decide':   ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'account.read':     ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'account.manage':   ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'jabatan.assign':   ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'factor.manage':    ['-',   'self',       'self',       'self',   'self',      'self',      'self'],
  'factor.reset':     ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'door.manage':      ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'permission.read':  ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'account.view-as':  ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'rapat.list':       ['-',   'all',        'all',        'all',    'all',       'all',       'all'],
  'rapat.create':     ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'rapat.read':       ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'rapat.edit':       ['-',   'unratified', 'unratified', '-',      '-',         '-',         '-'],
  'rapat.set-status': ['-',   'unratified', 'unratified', '-',      '-',         '-',         '-'],
  'peserta.edit':     ['-',   'unratified', 'unratified', '-',      '-',         '-',         '-'],
  'tamu.invite':      ['-',   'unratified', 'unratified', '-',      '-',         '-',         '-'],
  'tamu.revoke':      ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'peserta.contact':  ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'series.read':      ['-',   'all',        'all',        'all',    'all',       'all',       '-'],
  'series.edit':      ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'agenda.propose':   ['-',   'all',        'all',        'all',    'standing',  'standing',  '-'],
  'agenda.decide':    ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'agenda.withdraw':  ['-',   'self',       'self',       'self',   'self',      'self',      '-'],
  'agenda.postpone':  ['-',   'unratified', 'unratified', '-',      '-',         '-',         '-'],
  'tindak-lanjut.postpone': ['-', 'all',    'all',        '-',      '-',         '-',         '-'],
  'kartu.list':       ['-',   'all',        'all',        'all',    'all',       'all',       '-'],
  'kartu.read':       ['-',   'all',        'all',        'all',    'card-part', 'card-part', '-'],
  'kartu.create':     ['-',   'all',        'all',        'all',    'card-own',  'card-own',  '-'],
  'kartu.move':       ['-',   'all',        'all',        '-',      'card-own',  'card-own',  '-'],
  'kartu.edit':       ['-',   'all',        'all',        '-',      'card-own',  'card-own',  '-'],
  'kartu.decide':     ['-',   'all',        'all',        '-',      'card-free', 'card-free', '-'],
  'kartu.prove':      ['-',   'all',        'all',        '-',      'card-own',  'card-own',  '-'],
  'kartu.discuss':    ['-',   'all',        'all',        'all',    'card-part', 'card-part', '-'],
  'kartu.verify':     ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'tampilan.save':    ['-',   'all',        'all',        'all',    'all',       'all',       '-'],
  'tampilan.share':   ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'tampilan.remove':  ['-',   'self',       'self',       'self',   'self',      'self',      '-'],
  'libur.edit':       ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'target.read':      ['-',   'all',        'all',        'all',    'all',       'all',       '-'],
  'target.edit':      ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'capaian.correct':  ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'laporan-opd.read': ['-',   'all',        'all',        'all',    'office',    'office',    '-'],
  'laporan-opd.fill': ['-',   'all',        'all',        '-',      'office',    'office',    '-'],
  'laporan-opd.review': ['-', 'all',        'all',        '-',      '-',         '-',         '-'],
  'dasbor.read':      ['-',   'all',        'all',        'all',    '-',         '-',         '-'],
  'dasbor.opd':       ['-',   'all',        'all',        'all',    'office',    'office',    '-'],
  'laporan.read':     ['-',   'all',        'all',        'all',    '-',         '-',         '-'],
  'laporan.note':     ['-',   '-',          '-',          'all',    '-',         '-',         '-'],
  'data.read':        ['all', 'all',        'all',        'all',    'all',       'all',       'all'],
  'kartu.contribute': ['-',   'all',        'all',        '-',      'card-own',  'card-own',  '-'],
  'undangan.read':    ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'undangan.edit':    ['-',   'unratified', 'unratified', '-',      '-',         '-',         '-'],
  'undangan.send':    ['-',   'unratified', 'unratified', '-',      '-',         '-',         '-'],
  'rsvp.answer':      ['-',   'part-unratified', 'part-unratified', 'part-unratified', 'part-unratified', 'part-unratified', 'part-unratified'],
  'attendance.read':  ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'attendance.edit':  ['-',   'unratified', 'unratified', 'notulis-unratified', 'notulis-unratified', 'notulis-unratified', 'notulis-unratified'],
  'attendance.check-in': ['-', 'unratified', 'unratified', 'unratified', 'part-unratified', 'part-unratified', 'part-unratified'],
  'notula.read':      ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'notula.write':     ['-',   'open',       'open',       'open',   'part-open', 'part-open', 'part-open'],
  'notula.submit':    ['-',   'unratified', 'unratified', 'notulis', 'notulis',  'notulis',   'notulis'],
  'notula.withdraw':  ['-',   'notulis',    'notulis',    'notulis', 'notulis',  'notulis',   'notulis'],
  'notula.return':    ['-',   'unratified', 'unratified', 'chair',  'chair',     'chair',     'chair'],
  'notula.approve':   ['-',   'officer',    'officer',    'officer', 'officer',  'officer',   'officer'],
  'koreksi.propose':  ['-',   'ratified',   'ratified',   'notulis-ratified', 'notulis-ratified', 'notulis-ratified', 'notulis-ratified'],
  'koreksi.approve':  ['-',   'officer-ratified', 'officer-ratified', 'officer-ratified', 'officer-ratified', 'officer-ratified', 'officer-ratified'],
  'kertas.read':      ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'kertas.ask':       ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'tte.add':          ['-',   'ratified',   'ratified',   'notulis-ratified', 'notulis-ratified', 'notulis-ratified', 'notulis-ratified'],
  'riwayat.read':     ['-',   'all',        'all',        'all',    'part',      'part',      '-'],
  'riwayat.name':     ['-',   'unratified', 'unratified', 'open',   'part-open', 'part-open', '-'],
  'riwayat.restore':  ['-',   'open',       'open',       'open',   'part-open', 'part-open', '-'],
  'riwayat.redact':   ['-',   'unratified', '-',          '-',      '-',         '-',         '-'],
  'komentar.read':    ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'komentar.write':   ['-',   'unclosed',   'unclosed',   'unclosed', 'part-unclosed', 'part-unclosed', 'part-unclosed'],
  'komentar.close':   ['-',   'unclosed',   'unclosed',   'own-unclosed', 'own-unclosed', 'own-unclosed', 'own-unclosed'],
  'usulan.decide':    ['-',   'open',       'open',       'notulis-open', 'notulis-open', 'notulis-open', 'notulis-open'],
  'tindak-lanjut.answer': ['-', 'unclosed', 'unclosed', 'owner-unclosed', 'owner-unclosed', 'owner-unclosed', '-'],
  'berkas.read':      ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'berkas.add':       ['-',   'open',       'open',       'open',   'part-open', 'part-open', 'part-open'],
  'berkas.remove':    ['-',   'open',       'open',       'own-open', 'own-open', 'own-open', 'own-open'],
  'berkas.read-removed': ['-', 'all',       'all',        '-',      '-',         '-',         '-'],
}

export const ACTIONS = Object.keys(TABLE) as Action[]

/** All that a guest by link may do, in their one rapat. What is not here they may not, whatever a tamu may. */
const BY_LINK: Partial<Record<Action, Condition>> = {
  'demo.see': 'all',
  'data.read': 'all',
  'journal-key.read': 'self',
  'rapat.read': 'part',
  'undangan.read': 'part',
  'kertas.ask': 'part',
  'rsvp.answer': 'part-unratified',
  'attendance.check-in': 'part-unratified',
  'notula.read': 'part',
  'notula.write': 'part-open',
  'komentar.read': 'part',
  'komentar.write': 'part-unclosed',
  'komentar.close': 'own-unclosed',
  'berkas.read': 'part',
  'berkas.add': 'part-open',
  'berkas.remove': 'own-open',
}

/** All that is left to who looks as another person. What is not here changes something, or is private. */
const WHILE_VIEWING: ReadonlySet<Action> = new Set<Action>([
  'demo.see',
  'privacy-notice.read',
  'beranda.read',
  'directory.read',
  'people.read',
  'audit.read',
  'rapat.list',
  'series.read',
  'kartu.list',
  'kartu.read',
  'target.read',
  'laporan-opd.read',
  'dasbor.read',
  'dasbor.opd',
  'laporan.read',
  'data.read',
  'rapat.read',
  'undangan.read',
  'attendance.read',
  'notula.read',
  'kertas.read',
  'riwayat.read',
  'komentar.read',
  'berkas.read',
  'berkas.read-removed',
])

const isViewed = (actor: Actor): boolean => actor.viewedBy !== undefined && actor.viewedBy !== null

/** The cell that counts for this person. */
export function conditionFor(actor: Actor, action: Action): Condition {
  if (actor.guestOf !== undefined && actor.guestOf !== null) return BY_LINK[action] ?? '-'
  return TABLE[action][COLUMNS.indexOf(actor.role)] ?? '-'
}

/**
 * Whether `actor` may do `action` to `subject` (SPEC.md, P1–P28, F3, F4, RM1–RM4, BU3, PP7–PP9, PP20, PP21, BD1, X6–X8). A
 * missing subject where one is needed is a refusal, so that a forgotten argument never opens a door.
 */
export function may(actor: Actor | null, action: Action, subject?: Subject): boolean {
  if (actor === null) return TABLE[action][0] === 'all'
  if (isViewed(actor) && !WHILE_VIEWING.has(action)) return false
  return holds(conditionFor(actor, action), actor, subject)
}

/**
 * The error for a refused action: what may not be seen looks like what is not there, and a lock that
 * stops everybody is told apart from a right that this person lacks.
 */
export function refusal(actor: Actor | null, action: Action, subject?: Subject): ErrorCode {
  if (actor === null) return 'not-signed-in'
  if (isViewed(actor) && !WHILE_VIEWING.has(action)) return 'view-only'
  if (subject !== undefined && isCard(subject))
    return action === 'kartu.create' || may(actor, 'kartu.read', subject) ? 'forbidden' : 'not-found'
  if (subject === undefined || !isRapat(subject)) return 'forbidden'
  if (!may(actor, 'rapat.read', subject)) return 'not-found'
  const unlocked: RapatSubject = {
    ...subject,
    notulaState: 'draf',
    status: subject.status === 'dibatalkan' ? 'terjadwal' : subject.status,
  }
  return may(actor, action, unlocked) ? 'document-closed' : 'forbidden'
}

/** Whether somebody may do something with a rapat, and by what; what is theirs alone is asked about as theirs. */
export function whyMay(
  actor: Actor,
  action: Action,
  rapat: RapatSubject,
): { readonly allowed: boolean; readonly reasons: readonly Reason[] } {
  const condition = conditionFor(actor, action)
  const { personId } = actor
  const ownerOpdIds = opdIdsOf(actor)
  const subject = condition === 'self' ? { personId } : { ...rapat, addedBy: personId, ownerOpdIds }
  return { allowed: may(actor, action, subject), reasons: reasonsOf(condition, actor, rapat) }
}

/** Columns of the table as it is shown: nobody, each role, and a guest by link. */
export const PERMISSION_COLUMNS = [...COLUMNS, 'tautan'] as const
export type PermissionColumn = (typeof PERMISSION_COLUMNS)[number]

/** The table, for the permission page and for tests that read every cell. */
export const permissionTable = (): { action: Action; cells: Record<PermissionColumn, Condition> }[] =>
  ACTIONS.map(action => ({
    action,
    cells: Object.fromEntries(
      PERMISSION_COLUMNS.map((column, i) => [
        column,
        column === 'tautan' ? (BY_LINK[action] ?? '-') : (TABLE[action][i] ?? '-'),
      ]),
    ) as Record<PermissionColumn, Condition>,
  }))
