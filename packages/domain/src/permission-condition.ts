import type { NotulaState, OpdKind, RapatStatus, Role } from './codes'

/** Who acts: a signed-in person with the OPD of their current main jabatan. `null` stands for nobody. */
export interface Actor {
  readonly personId: string
  readonly role: Role
  readonly opdId: string | null
  /** Of their other jabatan today: who leads a second OPD as Plt. belongs to it as well. */
  readonly otherOpdIds?: readonly string[]
  /** What that OPD is; where it is not said, it is nothing in particular. */
  readonly opdKind?: OpdKind | null
  /** Of a guest by link: the one rapat that is there for them. */
  readonly guestOf?: string | null
  /** The admin who looks as this person: what is changed, and what is private, is refused. */
  readonly viewedBy?: string | null
}

/** What a permission on a rapat depends on, and nothing more. */
export interface RapatSubject {
  /** Where it is not said, it is no guest's by link. */
  readonly rapatId?: string | undefined
  readonly status: RapatStatus
  readonly notulaState: NotulaState
  readonly invitedOpdIds: readonly string[]
  readonly guestIds: readonly {
    readonly personId: string
    readonly canWrite: boolean
    /** The only agenda items they may write in; null or left out: the whole notula. */
    readonly itemIds?: readonly string[] | null
  }[]
  readonly chairId: string | null
  readonly notulisId: string | null
}

/** A file of a rapat: what the rapat says, and whose it is. */
export interface FileSubject extends RapatSubject {
  readonly addedBy: string
}

/** A remark beside a notula: what its rapat says, and whose it is. */
export interface RemarkSubject extends RapatSubject {
  readonly addedBy: string
}

/** A tindak lanjut of a rapat: what the rapat says, and whose work it is. */
export interface CommitmentSubject extends RapatSubject {
  /** The OPD that it names, and those that have taken its place. */
  readonly ownerOpdIds: readonly string[]
}

/** A person's own things: profile and sessions. */
export interface PersonSubject {
  readonly personId: string
}

/** A series, as far as it is asked who may propose a topic. */
export interface SeriesSubject {
  readonly standingOpdIds: readonly string[]
}

/** A card of the board of tindak lanjut. */
export interface CardSubject {
  /** OPD whose work it is, and those that have taken its place. */
  readonly cardOpdIds: readonly string[]
  /** OPD that support it, and those that have taken their place; left out: none. */
  readonly supporterOpdIds?: readonly string[]
  /** Where it came from; null: it was added on the board. */
  readonly from: RapatSubject | null
}

/** What one OPD answers for: its report of a triwulan, its page of the dashboard. */
export interface OfficeSubject {
  /** The OPD, and those that have taken its place. */
  readonly officeOpdIds: readonly string[]
}

export type Subject =
  | OfficeSubject
  | RapatSubject
  | CardSubject
  | FileSubject
  | RemarkSubject
  | CommitmentSubject
  | PersonSubject
  | SeriesSubject

/**
 * Conditions a cell of the table can name.
 * - `all`: always; `-`: never
 * - `self`: the subject is the actor's own
 * - `standing`: an OPD of the actor is a standing invitee of the series
 * - `auditor`: the actor's main jabatan is in an OPD that is the Inspektorat
 * - `part`: takes part in the rapat, which has left draf
 * - `unratified`: the notula is not ratified
 * - `part-unratified`: both
 * - `notulis-unratified`: is the notulis, and both
 * - `notulis`, `chair`, `officer`: the actor is notulis, pimpinan, or one of them, and the notula is not ratified
 * - `ratified`: it is; `notulis-ratified`, `officer-ratified`: and the actor is notulis, or one of both
 * - `open`: the notula takes text from this person now
 * - `part-open`: takes part with a right to write, and `open`
 * - `own-open`: `part-open`, and the file is the actor's own
 * - `unclosed`: the notula is neither ratified nor of a cancelled rapat
 * - `part-unclosed`: `part`, and `unclosed`
 * - `own-unclosed`: `unclosed`, and the remark is the actor's own, or they are the notulis
 * - `owner-unclosed`: `unclosed`, and takes part for the OPD whose work it is, or is the notulis
 * - `notulis-open`: the actor is the notulis, and `open`
 * - `card-own`: the card is work of the actor's OPD
 * - `card-free`: the same, and no rapat has decided it
 * - `card-part`: `card-own`, or of an OPD that supports it, or takes part in the rapat that it came from
 * - `office`: an OPD of the actor answers for it
 */
export const CONDITIONS = [
  'all',
  '-',
  'self',
  'standing',
  'auditor',
  'part',
  'unratified',
  'part-unratified',
  'notulis-unratified',
  'notulis',
  'chair',
  'officer',
  'ratified',
  'notulis-ratified',
  'officer-ratified',
  'open',
  'part-open',
  'own-open',
  'unclosed',
  'part-unclosed',
  'own-unclosed',
  'owner-unclosed',
  'notulis-open',
  'card-own',
  'card-free',
  'card-part',
  'office',
] as const
export type Condition = (typeof CONDITIONS)[number]

/** Whether the roles that are bound to an OPD speak for it in a rapat; a tamu never does, also with a jabatan. */
const speaksForOpd = (role: Role): boolean => role !== 'tamu'

export const isByLink = ({ guestOf }: Actor): boolean => guestOf !== undefined && guestOf !== null

/** A guest by link is bound to one rapat, whatever else names them. */
export const isTheirs = (actor: Actor, rapat: RapatSubject): boolean =>
  !isByLink(actor) || rapat.rapatId === actor.guestOf

export const isOfficer = (actor: Actor, rapat: RapatSubject): boolean =>
  !isByLink(actor) && (actor.personId === rapat.chairId || actor.personId === rapat.notulisId)

/** Stands in one of these offices, of a rapat that has left draf. */
const isOfficerAs = (actor: Actor, rapat: RapatSubject, ...ids: readonly (string | null)[]): boolean =>
  rapat.status !== 'draf' && !isByLink(actor) && ids.includes(actor.personId)

/** The OPD that somebody belongs to, that of their main jabatan first (SPEC.md J9). */
export const opdIdsOf = ({ opdId, otherOpdIds }: Actor): readonly string[] => [
  ...(opdId === null ? [] : [opdId]),
  ...(otherOpdIds ?? []),
]

const belongsTo = (actor: Actor, opdIds: readonly string[]): boolean =>
  opdIdsOf(actor).some(id => opdIds.includes(id))

export const isInvited = (actor: Actor, rapat: RapatSubject): boolean =>
  speaksForOpd(actor.role) && belongsTo(actor, rapat.invitedOpdIds)

const takesPart = (actor: Actor, rapat: RapatSubject): boolean =>
  rapat.status !== 'draf' &&
  isTheirs(actor, rapat) &&
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

export const takesText = (actor: Actor, rapat: RapatSubject): boolean => {
  if (isNotulaClosed(rapat)) return false
  return rapat.notulaState !== 'diajukan' || actor.personId === rapat.notulisId
}

/**
 * The only agenda items that this person may write in, where `notula.write` lets them write at all; null: the whole
 * notula (SPEC.md G4). Whoever takes part otherwise than as a guest is not held to what stands beside their name there.
 */
export function writableItems(actor: Actor, rapat: RapatSubject): readonly string[] | null {
  const readsAll = actor.role === 'admin' || actor.role === 'sekretariat' || actor.role === 'pimpinan'
  if (readsAll || isInvited(actor, rapat) || isOfficer(actor, rapat)) return null
  return rapat.guestIds.find(guest => guest.personId === actor.personId)?.itemIds ?? null
}

/** Who reads every rapat also contributes to each; others as participants with a right to write. */
const isOwn = (actor: Actor, subject: RapatSubject): boolean =>
  'addedBy' in subject &&
  subject.addedBy === actor.personId &&
  (actor.role === 'pimpinan' || mayContribute(actor, subject))

export const isNotulis = (actor: Actor, rapat: RapatSubject): boolean =>
  !isByLink(actor) && actor.personId === rapat.notulisId

/** Who reads every rapat closes what they said themselves; others as participants. */
const mayClose = (actor: Actor, subject: RapatSubject): boolean =>
  isNotulis(actor, subject) ||
  ('addedBy' in subject &&
    subject.addedBy === actor.personId &&
    (actor.role === 'pimpinan' || takesPart(actor, subject)))

const isCommitment = (subject: RapatSubject): subject is CommitmentSubject => 'ownerOpdIds' in subject

/** Speaks for the OPD whose work it is, or writes down what was said. */
const answersFor = (actor: Actor, subject: RapatSubject): boolean =>
  isNotulis(actor, subject) ||
  (isCommitment(subject) &&
    !isByLink(actor) &&
    belongsTo(actor, subject.ownerOpdIds) &&
    isInvited(actor, subject) &&
    subject.status !== 'draf')

/** Whether a card is work of one of their OPD. */
export const isOwnCard = (actor: Actor, { cardOpdIds }: CardSubject): boolean =>
  speaksForOpd(actor.role) && belongsTo(actor, cardOpdIds)

const supports = (actor: Actor, { supporterOpdIds = [] }: CardSubject): boolean =>
  speaksForOpd(actor.role) && belongsTo(actor, supporterOpdIds)

function holdsForCard(condition: Condition, actor: Actor, card: CardSubject): boolean {
  if (condition === 'card-own') return isOwnCard(actor, card)
  if (condition === 'card-free') return isOwnCard(actor, card) && card.from === null
  if (condition !== 'card-part') return false
  return (
    isOwnCard(actor, card) || supports(actor, card) || (card.from !== null && takesPart(actor, card.from))
  )
}

export const isCard = (subject: Subject): subject is CardSubject => 'cardOpdIds' in subject

export const isRapat = (subject: Subject): subject is RapatSubject => 'notulaState' in subject

export function holds(condition: Condition, actor: Actor, subject: Subject | undefined): boolean {
  if (condition === 'all') return true
  if (condition === 'auditor') return actor.opdKind === 'inspektorat'
  if (condition === '-' || subject === undefined) return false
  if (condition === 'self') return 'personId' in subject && subject.personId === actor.personId
  if (condition === 'standing') return 'standingOpdIds' in subject && belongsTo(actor, subject.standingOpdIds)
  if (condition === 'office')
    return 'officeOpdIds' in subject && speaksForOpd(actor.role) && belongsTo(actor, subject.officeOpdIds)
  if (isCard(subject)) return holdsForCard(condition, actor, subject)
  if (!isRapat(subject)) return false
  switch (condition) {
    case 'part':
      return takesPart(actor, subject)
    case 'unratified':
      return subject.notulaState !== 'disahkan'
    case 'part-unratified':
      return takesPart(actor, subject) && subject.notulaState !== 'disahkan'
    case 'notulis-unratified':
      return takesPart(actor, subject) && isNotulis(actor, subject) && subject.notulaState !== 'disahkan'
    case 'ratified':
      return subject.notulaState === 'disahkan'
    case 'notulis':
      return subject.notulaState !== 'disahkan' && isOfficerAs(actor, subject, subject.notulisId)
    case 'chair':
      return subject.notulaState !== 'disahkan' && isOfficerAs(actor, subject, subject.chairId)
    case 'officer':
      return (
        subject.notulaState !== 'disahkan' && isOfficerAs(actor, subject, subject.chairId, subject.notulisId)
      )
    case 'notulis-ratified':
      return subject.notulaState === 'disahkan' && isOfficerAs(actor, subject, subject.notulisId)
    case 'officer-ratified':
      return (
        subject.notulaState === 'disahkan' && isOfficerAs(actor, subject, subject.chairId, subject.notulisId)
      )
    case 'open':
      return takesText(actor, subject)
    case 'part-open':
      return mayContribute(actor, subject) && takesText(actor, subject)
    case 'own-open':
      return isOwn(actor, subject) && takesText(actor, subject)
    case 'unclosed':
      return !isNotulaClosed(subject)
    case 'part-unclosed':
      return takesPart(actor, subject) && !isNotulaClosed(subject)
    case 'own-unclosed':
      return mayClose(actor, subject) && !isNotulaClosed(subject)
    case 'owner-unclosed':
      return answersFor(actor, subject) && !isNotulaClosed(subject)
    case 'notulis-open':
      return isNotulis(actor, subject) && takesText(actor, subject)
    case 'card-own':
    case 'card-free':
    case 'card-part':
      return false
  }
}
