import { createHash } from 'node:crypto'
import { knownOpdIds, type Queryable } from '@mufakat/db'
import { type ContentLine, lineText, type NotulaContent, readNotula } from '@mufakat/doc-model'
import { type Commitment, commitmentText, isCode, isTanggal, PRIORITIES, STRATEGIES } from '@mufakat/domain'
import { isRowId } from '../context'
import { documentAt, headOf } from '../history/document-at'

/** A tindak lanjut as the newest text has it. */
export interface Standing {
  readonly lineId: string
  readonly itemId: string
  readonly commitment: Commitment
  readonly hash: string
}

export const hashOfCommitment = (commitment: Commitment): string =>
  createHash('sha256').update(commitmentText(commitment)).digest('hex')

const attr = (line: ContentLine, key: string): string | null => {
  const value = line.attrs[key]
  return typeof value === 'string' && value !== '' ? value : null
}

function commitmentOf(line: ContentLine, known: ReadonlySet<string>): Commitment {
  const owner = attr(line, 'owner')?.toLowerCase() ?? ''
  const tenggat = attr(line, 'tenggat')
  const priority = attr(line, 'prioritas')
  const strategy = attr(line, 'strategi')
  return {
    text: lineText(line),
    ownerOpdId: known.has(owner) ? owner : null,
    jabatan: attr(line, 'jabatan'),
    tenggat: tenggat !== null && isTanggal(tenggat) ? tenggat : null,
    priority: isCode(PRIORITIES, priority) ? priority : null,
    strategy: isCode(STRATEGIES, strategy) ? strategy : null,
  }
}

/** What the newest text holds: also what the projector has not read yet, so that nobody accepts what was. */
export async function standingNow(
  db: Queryable,
  documentId: string,
): Promise<{ content: NotulaContent; tindakLanjut: readonly Standing[] }> {
  const head = await headOf(db, documentId)
  const doc = await documentAt(db, head, head.seq)
  const content = readNotula(doc)
  doc.destroy()
  const lines = content.items.flatMap(item =>
    item.lines.filter(line => line.kind === 'tindak-lanjut').map(line => ({ itemId: item.id, line })),
  )
  const owners = lines.flatMap(({ line }) => attr(line, 'owner') ?? []).filter(isRowId)
  const known = await knownOpdIds(db, [...new Set(owners.map(id => id.toLowerCase()))])
  return {
    content,
    tindakLanjut: lines.map(({ itemId, line }) => {
      const commitment = commitmentOf(line, known)
      return { lineId: line.id, itemId, commitment, hash: hashOfCommitment(commitment) }
    }),
  }
}
