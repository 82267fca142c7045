import {
  type Actor,
  type Condition,
  isByLink,
  isInvited,
  isNotulis,
  isOfficer,
  isTheirs,
  type RapatSubject,
  takesText,
} from './permission-condition'

/** What a condition came out by. */
export const REASONS = [
  'role',
  'not-role',
  'self',
  'by-series',
  'by-card',
  'by-office',
  'auditor',
  'not-auditor',
  'draft',
  'not-part',
  'not-their-rapat',
  'invited',
  'chair',
  'notulis',
  'not-chair',
  'not-notulis',
  'not-officer',
  'not-ratified',
  'sealed',
  'guest-reads',
  'guest-writes',
  'guest-may-not-write',
  'reads-all',
  'unratified',
  'ratified',
  'cancelled',
  'submitted',
  'takes-text',
  'own-file',
  'own-remark',
  'own-work',
  'not-invited',
] as const
export type Reason = (typeof REASONS)[number]

const HINDRANCES: ReadonlySet<Reason> = new Set([
  'not-role',
  'by-series',
  'by-card',
  'by-office',
  'not-auditor',
  'draft',
  'not-part',
  'not-their-rapat',
  'guest-may-not-write',
  'not-chair',
  'not-notulis',
  'not-officer',
  'not-ratified',
  'ratified',
  'cancelled',
  'submitted',
  'not-invited',
])

/** Whether a reason speaks against; a condition holds where none of its reasons does. */
export const hinders = (reason: Reason): boolean => HINDRANCES.has(reason)

function partReason(actor: Actor, rapat: RapatSubject): Reason {
  if (!isTheirs(actor, rapat)) return 'not-their-rapat'
  const guest = rapat.guestIds.find(one => one.personId === actor.personId)
  const officer = actor.personId === rapat.chairId ? 'chair' : 'notulis'
  const part: Reason | null = isInvited(actor, rapat)
    ? 'invited'
    : isOfficer(actor, rapat)
      ? officer
      : guest
        ? guest.canWrite
          ? 'guest-writes'
          : 'guest-reads'
        : null
  if (part === null) return 'not-part'
  return rapat.status === 'draf' ? 'draft' : part
}

function textReason(actor: Actor, rapat: RapatSubject): Reason {
  if (rapat.notulaState === 'disahkan') return 'ratified'
  if (rapat.status === 'dibatalkan') return 'cancelled'
  return takesText(actor, rapat) ? 'takes-text' : 'submitted'
}

function invitedReason(actor: Actor, rapat: RapatSubject): Reason {
  if (isByLink(actor) || !isInvited(actor, rapat)) return 'not-invited'
  return rapat.status === 'draf' ? 'draft' : 'invited'
}

function closedReason(rapat: RapatSubject): Reason {
  if (rapat.notulaState === 'disahkan') return 'ratified'
  return rapat.status === 'dibatalkan' ? 'cancelled' : 'unratified'
}

/** In which office somebody acts, of those that count. */
function officeReason(
  actor: Actor,
  rapat: RapatSubject,
  offices: readonly ('chair' | 'notulis')[],
  none: Reason,
): Reason {
  if (isByLink(actor)) return none
  const held = offices.find(
    office => actor.personId === (office === 'chair' ? rapat.chairId : rapat.notulisId),
  )
  if (held === undefined) return none
  return rapat.status === 'draf' ? 'draft' : held
}

const ratifiedReason = ({ notulaState }: RapatSubject): Reason =>
  notulaState === 'disahkan' ? 'ratified' : 'unratified'

/** The same where only what is ratified counts: then being so speaks for it. */
const sealedReason = ({ notulaState }: RapatSubject): Reason =>
  notulaState === 'disahkan' ? 'sealed' : 'not-ratified'

/** How somebody comes to add text: as one of the rapat, with the right to write. */
function contributingReason(actor: Actor, rapat: RapatSubject): Reason {
  const reason = partReason(actor, rapat)
  return reason === 'guest-reads' ? 'guest-may-not-write' : reason
}

function notulisReason(actor: Actor, rapat: RapatSubject): Reason {
  const part = partReason(actor, rapat)
  if (hinders(part)) return part
  return isNotulis(actor, rapat) ? 'notulis' : 'not-notulis'
}

/** By what a condition holds, or does not, for this person and rapat; a file in question is taken to be theirs. */
export function reasonsOf(condition: Condition, actor: Actor, rapat: RapatSubject): Reason[] {
  switch (condition) {
    case 'all':
      return ['role']
    case '-':
      return ['not-role']
    case 'self':
      return ['self']
    case 'standing':
      return ['by-series']
    case 'card-own':
    case 'card-free':
    case 'card-part':
      return ['by-card']
    case 'office':
      return ['by-office']
    case 'auditor':
      return [actor.opdKind === 'inspektorat' ? 'auditor' : 'not-auditor']
    case 'part':
      return [partReason(actor, rapat)]
    case 'unratified':
      return [ratifiedReason(rapat)]
    case 'part-unratified':
      return [partReason(actor, rapat), ratifiedReason(rapat)]
    case 'notulis-unratified':
      return [notulisReason(actor, rapat), ratifiedReason(rapat)]
    case 'notulis':
      return [officeReason(actor, rapat, ['notulis'], 'not-notulis'), ratifiedReason(rapat)]
    case 'chair':
      return [officeReason(actor, rapat, ['chair'], 'not-chair'), ratifiedReason(rapat)]
    case 'officer':
      return [officeReason(actor, rapat, ['chair', 'notulis'], 'not-officer'), ratifiedReason(rapat)]
    case 'ratified':
      return [sealedReason(rapat)]
    case 'notulis-ratified':
      return [officeReason(actor, rapat, ['notulis'], 'not-notulis'), sealedReason(rapat)]
    case 'officer-ratified':
      return [officeReason(actor, rapat, ['chair', 'notulis'], 'not-officer'), sealedReason(rapat)]
    case 'open':
      return [textReason(actor, rapat)]
    case 'part-open':
      return [contributingReason(actor, rapat), textReason(actor, rapat)]
    case 'own-open':
      return [
        'own-file',
        actor.role === 'pimpinan' ? 'reads-all' : contributingReason(actor, rapat),
        textReason(actor, rapat),
      ]
    case 'unclosed':
      return [closedReason(rapat)]
    case 'part-unclosed':
      return [partReason(actor, rapat), closedReason(rapat)]
    case 'own-unclosed':
      return isNotulis(actor, rapat)
        ? ['notulis', closedReason(rapat)]
        : [
            'own-remark',
            actor.role === 'pimpinan' ? 'reads-all' : partReason(actor, rapat),
            closedReason(rapat),
          ]
    case 'owner-unclosed':
      return isNotulis(actor, rapat)
        ? ['notulis', closedReason(rapat)]
        : ['own-work', invitedReason(actor, rapat), closedReason(rapat)]
    case 'notulis-open':
      return [isNotulis(actor, rapat) ? 'notulis' : 'not-notulis', textReason(actor, rapat)]
  }
}
