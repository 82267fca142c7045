import type { ErrorCode } from '@mufakat/kernel'
import type { NotulaState, OpdKind, RapatStatus, Role } from './codes'

/** Who acts: a signed-in person with the OPD of their current main jabatan. `null` stands for nobody. */
export interface Actor {
  readonly personId: string
  readonly role: Role
  readonly opdId: string | null
  /** What that OPD is; where it is not said, it is nothing in particular. */
  readonly opdKind?: OpdKind | null
}

/** What a permission on a rapat depends on, and nothing more. */
export interface RapatSubject {
  readonly status: RapatStatus
  readonly notulaState: NotulaState
  readonly invitedOpdIds: readonly string[]
  readonly guestIds: readonly { readonly personId: string; readonly canWrite: boolean }[]
  readonly chairId: string | null
  readonly notulisId: string | null
}

/** A file of a rapat: what the rapat says, and whose it is. */
export interface FileSubject extends RapatSubject {
  readonly addedBy: string
}

/** A person's own things: profile and sessions. */
export interface PersonSubject {
  readonly personId: string
}

interface Subjects {
  'demo.see': undefined
  'beranda.read': undefined
  'rapat.list': undefined
  'rapat.create': undefined
  'people.read': undefined
  'directory.read': undefined
  /** Changes what holds for the whole regency. */
  'setting.edit': undefined
  /** Changes kecamatan, desa and kelurahan. */
  'wilayah.edit': undefined
  /** The mail server, and a message to try it. */
  'mail.configure': undefined
  /** Letters and jobs that wait, failed or are done; trying them again. */
  'queue.manage': undefined
  /** How the installation is: versions, database, disk, mail. */
  'status.read': undefined
  /** Reads the audit and takes it along as a file. */
  'audit.read': undefined
  'profile.edit': PersonSubject
  'session.end': PersonSubject
  'journal-key.read': PersonSubject
  /** Sees every account: e-mail, NIP, sign-ins, what slows them down. */
  'account.read': undefined
  /** Adds, changes, invites, deactivates and reactivates accounts, ends their sessions, lifts their limits. */
  'account.manage': undefined
  /** Gives a jabatan to somebody, and hands it over. */
  'jabatan.assign': undefined
  /** Adds and removes one's own second factors. */
  'factor.manage': PersonSubject
  /** Removes those of somebody whose device is lost. */
  'factor.reset': undefined
  /** Sets the rules of the way in: who must have a second factor, which provider signs people in. */
  'door.manage': undefined
  'rapat.read': RapatSubject
  'rapat.edit': RapatSubject
  'rapat.set-status': RapatSubject
  'peserta.edit': RapatSubject
  'notula.read': RapatSubject
  'notula.write': RapatSubject
  'riwayat.read': RapatSubject
  /** Gives a version of the notula a name. */
  'riwayat.name': RapatSubject
  /** Brings back a version, or a sentence that was saved. */
  'riwayat.restore': RapatSubject
  /** Takes a passage out of the notula and all its history, for good. */
  'riwayat.redact': RapatSubject
  'berkas.read': RapatSubject
  'berkas.add': RapatSubject
  /** Takes a file out of sight, and back. */
  'berkas.remove': FileSubject
  /** Sees and fetches files that were removed. */
  'berkas.read-removed': RapatSubject
}

export type Action = keyof Subjects
export type Subject = RapatSubject | FileSubject | PersonSubject

/**
 * Conditions a cell of the table can name.
 * - `all`: always; `-`: never
 * - `self`: the subject is the actor's own
 * - `auditor`: the actor's main jabatan is in an OPD that is the Inspektorat
 * - `part`: takes part in the rapat, which has left draf
 * - `unratified`: the notula is not ratified
 * - `open`: the notula takes text from this person now
 * - `part-open`: takes part with a right to write, and `open`
 * - `own-open`: `part-open`, and the file is the actor's own
 */
type Condition = 'all' | '-' | 'self' | 'auditor' | 'part' | 'unratified' | 'open' | 'part-open' | 'own-open'

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
  'beranda.read':     ['-',   'all',        'all',        'all',    'all',       'all',       'all'],
  'directory.read':   ['-',   'all',        'all',        'all',    'all',       'all',       'all'],
  'people.read':      ['-',   'all',        'all',        'all',    'all',       'all',       '-'],
  'setting.edit':     ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'wilayah.edit':     ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'mail.configure':   ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'queue.manage':     ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'status.read':      ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'audit.read':       ['-',   'all',        'auditor',    'auditor', 'auditor',  'auditor',   '-'],
  'profile.edit':     ['-',   'self',       'self',       'self',   'self',      'self',      'self'],
  'session.end':      ['-',   'self',       'self',       'self',   'self',      'self',      'self'],
  'journal-key.read': ['-',   'self',       'self',       'self',   'self',      'self',      'self'],
  'account.read':     ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'account.manage':   ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'jabatan.assign':   ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'factor.manage':    ['-',   'self',       'self',       'self',   'self',      'self',      'self'],
  'factor.reset':     ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'door.manage':      ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'rapat.list':       ['-',   'all',        'all',        'all',    'all',       'all',       'all'],
  'rapat.create':     ['-',   'all',        'all',        '-',      '-',         '-',         '-'],
  'rapat.read':       ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'rapat.edit':       ['-',   'unratified', 'unratified', '-',      '-',         '-',         '-'],
  'rapat.set-status': ['-',   'unratified', 'unratified', '-',      '-',         '-',         '-'],
  'peserta.edit':     ['-',   'unratified', 'unratified', '-',      '-',         '-',         '-'],
  'notula.read':      ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'notula.write':     ['-',   'open',       'open',       'open',   'part-open', 'part-open', 'part-open'],
  'riwayat.read':     ['-',   'all',        'all',        'all',    'part',      'part',      '-'],
  'riwayat.name':     ['-',   'all',        'all',        'open',   'part-open', 'part-open', '-'],
  'riwayat.restore':  ['-',   'open',       'open',       'open',   'part-open', 'part-open', '-'],
  'riwayat.redact':   ['-',   'all',        '-',          '-',      '-',         '-',         '-'],
  'berkas.read':      ['-',   'all',        'all',        'all',    'part',      'part',      'part'],
  'berkas.add':       ['-',   'open',       'open',       'open',   'part-open', 'part-open', 'part-open'],
  'berkas.remove':    ['-',   'open',       'open',       'own-open', 'own-open', 'own-open', 'own-open'],
  'berkas.read-removed': ['-', 'all',       'all',        '-',      '-',         '-',         '-'],
}

export const ACTIONS = Object.keys(TABLE) as Action[]

/** Whether the roles that are bound to an OPD speak for it in a rapat; a tamu never does, also with a jabatan. */
const speaksForOpd = (role: Role): boolean => role !== 'tamu'

const isOfficer = (actor: Actor, rapat: RapatSubject): boolean =>
  actor.personId === rapat.chairId || actor.personId === rapat.notulisId

const isInvited = (actor: Actor, rapat: RapatSubject): boolean =>
  speaksForOpd(actor.role) && actor.opdId !== null && rapat.invitedOpdIds.includes(actor.opdId)

const takesPart = (actor: Actor, rapat: RapatSubject): boolean =>
  rapat.status !== 'draf' &&
  (isInvited(actor, rapat) ||
    isOfficer(actor, rapat) ||
    rapat.guestIds.some(guest => guest.personId === actor.personId))

const mayContribute = (actor: Actor, rapat: RapatSubject): boolean =>
  takesPart(actor, rapat) &&
  (isInvited(actor, rapat) ||
    isOfficer(actor, rapat) ||
    rapat.guestIds.some(guest => guest.personId === actor.personId && guest.canWrite))

/** Whether the notula takes text from nobody, whoever asks. */
export const isNotulaClosed = (rapat: Pick<RapatSubject, 'status' | 'notulaState'>): boolean =>
  rapat.status === 'dibatalkan' || rapat.notulaState === 'disahkan'

const takesText = (actor: Actor, rapat: RapatSubject): boolean => {
  if (isNotulaClosed(rapat)) return false
  return rapat.notulaState !== 'diajukan' || actor.personId === rapat.notulisId
}

/** Who reads every rapat also contributes to each; others as participants with a right to write. */
const isOwn = (actor: Actor, subject: RapatSubject): boolean =>
  'addedBy' in subject &&
  subject.addedBy === actor.personId &&
  (actor.role === 'pimpinan' || mayContribute(actor, subject))

const isRapat = (subject: Subject): subject is RapatSubject => 'notulaState' in subject

function holds(condition: Condition, actor: Actor, subject: Subject | undefined): boolean {
  if (condition === 'all') return true
  if (condition === 'auditor') return actor.opdKind === 'inspektorat'
  if (condition === '-' || subject === undefined) return false
  if (condition === 'self') return !isRapat(subject) && subject.personId === actor.personId
  if (!isRapat(subject)) return false
  switch (condition) {
    case 'part':
      return takesPart(actor, subject)
    case 'unratified':
      return subject.notulaState !== 'disahkan'
    case 'open':
      return takesText(actor, subject)
    case 'part-open':
      return mayContribute(actor, subject) && takesText(actor, subject)
    case 'own-open':
      return isOwn(actor, subject) && takesText(actor, subject)
  }
}

/**
 * Whether `actor` may do `action` to `subject` (SPEC.md, P1–P13, F3, F4). A missing subject where one is needed
 * is a refusal, so that a forgotten argument never opens a door.
 */
export function may(actor: Actor | null, action: Action, subject?: Subject): boolean {
  const row = TABLE[action]
  if (actor === null) return row[0] === 'all'
  return holds(row[COLUMNS.indexOf(actor.role)] ?? '-', actor, subject)
}

/**
 * The error for a refused action: what may not be seen looks like what is not there, and a lock that
 * stops everybody is told apart from a right that this person lacks.
 */
export function refusal(actor: Actor | null, action: Action, subject?: Subject): ErrorCode {
  if (actor === null) return 'not-signed-in'
  if (subject === undefined || !isRapat(subject)) return 'forbidden'
  if (!may(actor, 'rapat.read', subject)) return 'not-found'
  const unlocked: RapatSubject = {
    ...subject,
    notulaState: 'draf',
    status: subject.status === 'dibatalkan' ? 'terjadwal' : subject.status,
  }
  return may(actor, action, unlocked) ? 'document-closed' : 'forbidden'
}

/** The table as rows of text, for the permission page and for tests that read every cell. */
export const permissionTable = (): { action: Action; cells: Record<(typeof COLUMNS)[number], string> }[] =>
  ACTIONS.map(action => ({
    action,
    cells: Object.fromEntries(COLUMNS.map((column, i) => [column, TABLE[action][i] ?? '-'])) as Record<
      (typeof COLUMNS)[number],
      string
    >,
  }))
