import { type EvidenceRow, listEvidence, listUploadsOf } from '@mufakat/db'
import { type Actor, askFault, type CardSubject, type EvidenceState, may } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { namedFile } from '../files/named-file'
import { maxBytes, readFileSettings } from '../files/settings'
import type { FileFacts, FileList } from '../files/views'
import { cardFor } from './card-for'
import { isGone } from './scope'

export interface EvidenceView {
  readonly id: string
  readonly title: string
  /** Where it lies; null: it is a file. */
  readonly url: string | null
  /** Null: it is an address, or a file that is not for who asks. */
  readonly file: FileFacts | null
  readonly addedBy: string
  readonly addedAt: Date
  readonly state: EvidenceState
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  /** Why it was sent back. */
  readonly note: string
  /** Whether who asks may take it back. */
  readonly mayWithdraw: boolean
}

/** Evidence of a card as one person sees it, with what they may do about it. */
export interface EvidencePart {
  /** The newest first. */
  readonly evidence: readonly EvidenceView[]
  /** What was sent back last, as long as nothing was handed in after it. */
  readonly returned: EvidenceView | null
  readonly mayAdd: boolean
  readonly mayAsk: boolean
  readonly mayJudge: boolean
  /** Accepting may finish the card in the same step. */
  readonly mayFinish: boolean
  /** This person's own files that broke off on the way. */
  readonly unfinished: FileList['unfinished']
  readonly maxBytes: number
}

// What was taken back is no longer there for who cannot fetch it.
const fileOf = (row: EvidenceRow, verifies: boolean) =>
  row.state === 'ditarik' && !verifies ? null : namedFile(row)

const viewOf = (row: EvidenceRow, actor: Actor, subject: CardSubject): EvidenceView => ({
  ...{ id: row.id, title: row.title, url: row.url, state: row.state, note: row.note },
  ...{ addedBy: row.addedByName, addedAt: row.addedAt },
  ...{ decidedBy: row.decidedByName, decidedAt: row.decidedAt },
  file: fileOf(row, may(actor, 'kartu.verify', subject)),
  mayWithdraw:
    row.state === 'diajukan' && row.addedBy === actor.personId && may(actor, 'kartu.prove', subject),
})

/** Evidence of a card, the newest first. */
export async function evidenceOf(
  ctx: ServiceContext,
  by: Actor | null,
  cardId: string,
): Promise<EvidenceView[]> {
  const { db } = ctx.database
  const { actor, card, subject } = await cardFor(db, by, 'kartu.read', cardId)
  return (await listEvidence(db, card.id)).map(row => viewOf(row, actor, subject))
}

/** The same, with what this person may do about it. */
export async function evidencePart(
  ctx: ServiceContext,
  by: Actor | null,
  cardId: string,
): Promise<EvidencePart> {
  const { db } = ctx.database
  const { actor, card, subject } = await cardFor(db, by, 'kartu.read', cardId)
  const [rows, uploads, settings] = await Promise.all([
    listEvidence(db, card.id),
    listUploadsOf(db, actor.personId),
    readFileSettings(db),
  ])
  const evidence = rows.map(row => viewOf(row, actor, subject))
  const isWaiting = evidence.some(({ state }) => state === 'diajukan')
  const standing = evidence.find(({ state }) => state !== 'ditarik')
  const mayAdd = may(actor, 'kartu.prove', subject) && !isGone(card)
  const mayJudge = may(actor, 'kartu.verify', subject) && !isGone(card)
  return {
    evidence,
    returned: standing?.state === 'dikembalikan' && card.status !== 'selesai' ? standing : null,
    mayAdd,
    mayAsk: mayAdd && card.status !== 'menunggu_verifikasi' && askFault(card.status, isWaiting) === null,
    mayJudge,
    mayFinish: mayJudge && card.status !== 'selesai',
    unfinished: uploads
      .filter(row => row.subjectKind === 'kartu' && row.subjectId === card.id)
      .map(({ id, name, size, received }) => ({ id, name, size, received })),
    maxBytes: maxBytes(settings),
  }
}
