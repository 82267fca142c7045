import type { ErrorCode } from '@mufakat/kernel'
import {
  type Actor,
  type CardSubject,
  type CommitmentSubject,
  type Condition,
  type FileSubject,
  holds,
  isCard,
  isRapat,
  type OfficeSubject,
  opdIdsOf,
  type PersonSubject,
  type RapatSubject,
  type RemarkSubject,
  type SeriesSubject,
  type Subject,
} from './permission-condition'
import { type Reason, reasonsOf } from './permission-reason'

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
  /** Adds, changes, merges OPD, and their jabatan. */
  'opd.edit': undefined
  /** Working groups across OPD. */
  'pokja.edit': undefined
  /** Says who is camat and who is operator of a desa; sees their phone numbers. */
  'operator.edit': undefined
  /** The mail server, and a message to try it. */
  'mail.configure': undefined
  /** Letters and jobs that wait, failed or are done; trying them again. */
  'queue.manage': undefined
  /** The schedule of backups and their retention, taking one now, and the list of archives. */
  'backup.manage': undefined
  /** How the installation is: versions, database, disk, mail. */
  'status.read': undefined
  /** Reads the audit and takes it along as a file. */
  'audit.read': undefined
  'profile.edit': PersonSubject
  'session.end': PersonSubject
  'journal-key.read': PersonSubject
  /** Sees what is kept about oneself, takes a copy, and asks that it is erased. */
  'own-data.use': PersonSubject
  /** Reads what one was told, and says how it comes. */
  'kabar.use': PersonSubject
  /** Decides that what is kept about somebody is erased. */
  'erasure.decide': undefined
  /** What is kept about people and for how long, in general. */
  'privacy-notice.read': undefined
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
  /** Sees who may do what, and why. */
  'permission.read': undefined
  /** Looks at the portal as another person. */
  'account.view-as': undefined
  'rapat.read': RapatSubject
  'rapat.edit': RapatSubject
  'rapat.set-status': RapatSubject
  'peserta.edit': RapatSubject
  /** Makes a link by which a guest comes in, and makes it anew. */
  'tamu.invite': RapatSubject
  /** Sees the links of guests, and revokes them. */
  'tamu.revoke': RapatSubject
  /** Sees telephone numbers of who takes part: the organisers. */
  'peserta.contact': RapatSubject
  /** Sees the series, their rapat as far as they may be read, and what was proposed. */
  'series.read': undefined
  /** Makes and changes series, and opens their next rapat. */
  'series.edit': undefined
  /** Proposes a topic for the next rapat of a series. */
  'agenda.propose': SeriesSubject
  /** Accepts a proposed topic, or returns it. */
  'agenda.decide': undefined
  /** Takes back what one has proposed. */
  'agenda.withdraw': PersonSubject
  /** Leaves an item of the agenda to the next rapat. */
  'agenda.postpone': RapatSubject
  /** Opens the board of tindak lanjut, with the cards that this person may read. */
  'kartu.list': undefined
  'kartu.read': CardSubject
  /** Adds a tindak lanjut that no rapat has decided. */
  'kartu.create': CardSubject
  /** Puts a card elsewhere, and says how far it is. */
  'kartu.move': CardSubject
  /** Says what is to be done and how far it is: description, steps, progress, kendala, supporting OPD. */
  'kartu.edit': CardSubject
  /** Says otherwise what it is called, whose it is, until when and how urgent; puts away and repeats what no rapat has decided. */
  'kartu.decide': CardSubject
  /** Hands in evidence. */
  'kartu.prove': CardSubject
  /** Comments on a card, and follows it. */
  'kartu.discuss': CardSubject
  /** Judges evidence: declares finished, called off, or open again. */
  'kartu.verify': CardSubject
  /** Keeps a filter and how its view is put, for oneself or one's OPD. */
  'tampilan.save': undefined
  /** Shares one with everybody, and takes such a one away. */
  'tampilan.share': undefined
  'tampilan.remove': PersonSubject
  /** Says which days are holidays. */
  'libur.edit': undefined
  /** Reads programmes, indicators, their targets and the values that hold. */
  'target.read': undefined
  /** Makes and changes programmes and indicators, gives definitions and targets. */
  'target.edit': undefined
  /** Corrects a value that was accepted, and brings in values by file, with the reason. */
  'capaian.correct': undefined
  /** Reads what an OPD reports for a triwulan. */
  'laporan-opd.read': OfficeSubject
  /** Fills it in, hands in its bukti dukung, and sends it. */
  'laporan-opd.fill': OfficeSubject
  /** Accepts it, or returns it with a note. */
  'laporan-opd.review': undefined
  /** Opens the dashboard of all OPD. */
  'dasbor.read': undefined
  /** Opens the page of one OPD in it. */
  'dasbor.opd': OfficeSubject
  /** Reads and takes along the report of a triwulan. */
  'laporan.read': undefined
  /** Writes the note of the pimpinan in it. */
  'laporan.note': undefined
  /** Reads indicators that are public, and takes them along as open data. */
  'data.read': undefined
  /** Says which indicators a tindak lanjut contributes to. */
  'kartu.contribute': CardSubject
  /** Gives a tindak lanjut a later tenggat. */
  'tindak-lanjut.postpone': RapatSubject
  /** Reads the letter of invitation, and takes it along. */
  'undangan.read': RapatSubject
  /** Changes what the letter says beside the rapat's facts. */
  'undangan.edit': RapatSubject
  /** Mails it to everybody who is invited. */
  'undangan.send': RapatSubject
  /** Says whether they come: for themselves, or for their OPD. */
  'rsvp.answer': RapatSubject
  'attendance.read': RapatSubject
  /** Marks who is there, and answers for them. */
  'attendance.edit': RapatSubject
  /** Marks oneself, by the code on the wall. */
  'attendance.check-in': RapatSubject
  'notula.read': RapatSubject
  'notula.write': RapatSubject
  /** Submits a notula for ratification. */
  'notula.submit': RapatSubject
  /** Takes one's submission back. */
  'notula.withdraw': RapatSubject
  /** Sends it back with a note. */
  'notula.return': RapatSubject
  /** Approves it, as pimpinan rapat or notulis. */
  'notula.approve': RapatSubject
  /** Proposes a correction of what is sealed, and withdraws it. */
  'koreksi.propose': RapatSubject
  /** Approves a correction or sends it back; the subject names who stands in for officers that left. */
  'koreksi.approve': RapatSubject
  /** Takes the notula along, and what is made of it: cuplikan, berita acara, matriks. */
  'kertas.read': RapatSubject
  /** Asks that a paper one may take along is made. */
  'kertas.ask': RapatSubject
  /** Brings back the signed PDF of what is sealed. */
  'tte.add': RapatSubject
  'riwayat.read': RapatSubject
  /** Gives a version of the notula a name. */
  'riwayat.name': RapatSubject
  /** Brings back a version, or a sentence that was saved. */
  'riwayat.restore': RapatSubject
  /** Takes a passage out of the notula and all its history, for good. */
  'riwayat.redact': RapatSubject
  /** Reads what was remarked beside the notula. */
  'komentar.read': RapatSubject
  /** Remarks on it, suggests another wording, answers. */
  'komentar.write': RapatSubject
  /** Closes a remark, opens it again, takes a suggestion back. */
  'komentar.close': RemarkSubject
  /** Takes a suggested wording over into the notula, or declines it. */
  'usulan.decide': RapatSubject
  /** Accepts a tindak lanjut when it is read back, or counters it. */
  'tindak-lanjut.answer': CommitmentSubject
  'berkas.read': RapatSubject
  'berkas.add': RapatSubject
  /** Takes a file out of sight, and back. */
  'berkas.remove': FileSubject
  /** Sees and fetches files that were removed. */
  'berkas.read-removed': RapatSubject
}

export type Action = keyof Subjects
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
