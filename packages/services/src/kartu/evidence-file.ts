import { holdBoard, type Tx } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { auditCard, changeCard, commandedCard } from './command'
import { handIn } from './evidence'

/** A file that has come whole, and is kept in this transaction. */
interface KeptFile {
  readonly id: string
  readonly cardId: string
  /** What it shows. */
  readonly title: string
  readonly kind: string
  readonly size: number
}

/**
 * Hands in a file as evidence, in the transaction that keeps it: the file is its command, so that one that is finished
 * twice is handed in once.
 */
export async function handInFile(tx: Tx, actor: Actor, file: KeptFile, now: Date): Promise<void> {
  const at = { tx, actor, now, commandId: file.id, held: await holdBoard(tx) }
  const { card } = await commandedCard(at, 'kartu.prove', file.cardId)
  const evidenceId = await handIn(at, card, { title: file.title, fileId: file.id })
  const { kind, size } = file
  await auditCard(at, 'kartu.prove', card, { evidenceId, fileId: file.id, kind, size })
  await changeCard(at, card.id, {}, { kind: 'evidence', details: { evidenceId } })
}
