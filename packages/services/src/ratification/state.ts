import { createHash } from 'node:crypto'
import { findNotulaContent, listApprovals, type RapatRow, type Tx } from '@mufakat/db'
import { canonicalJson, type NotulaContent } from '@mufakat/doc-model'
import type { Approval, ApprovedState } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { figuresOfContent } from '../angka/figures'
import { approvedPartsHash } from '../sealing/record'

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

export const bytesOfHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'))

export const contentHashOf = (content: NotulaContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

/** What would be approved as it is stored now, which may be behind the head. */
export async function storedState(
  tx: Tx,
  rapat: RapatRow,
  now: Date,
): Promise<ApprovedState & { readonly content: NotulaContent }> {
  const stored = defined(await findNotulaContent(tx, rapat.id), 'content of a rapat')
  // Written by projectNotula alone, from the document model's own reading.
  const content = JSON.parse(stored.content) as NotulaContent
  return {
    headSeq: stored.seq,
    contentHash: hex(stored.hash),
    partsHash: await approvedPartsHash(tx, rapat, await figuresOfContent(tx, rapat, content, now)),
    content,
  }
}

export async function approvalsOf(
  tx: Tx,
  params: { rapatId: string; number: number },
): Promise<(Approval & { readonly name: string })[]> {
  return (await listApprovals(tx, params)).map(row => ({
    ...row,
    contentHash: hex(row.contentHash),
    partsHash: hex(row.partsHash),
  }))
}
