import { createHash } from 'node:crypto'
import { chainHash, type RecordSource } from '@mufakat/db'
import { GENESIS_HASH } from '@mufakat/protocol'
import { sameBytes } from './audit-chain'
import { bytesOf } from './bytes-of'
import type { Finding, RecordReport } from './report'

interface Row {
  readonly hash: Uint8Array
  readonly parts: Uint8Array
}

/** What of one document's log is known so far. */
interface Chain {
  /** Of versions whose state was kept: rows up to there may be gone. */
  readonly kept: ReadonlyMap<number, Uint8Array>
  readonly hashes: Map<number, Uint8Array>
  /** Rows that came before the one they follow. */
  readonly waiting: Map<number, Row>
}

/**
 * Checks that every notula is whole: each row of its log follows from the one before, the last is the head, and the
 * content that pages show is the one that was stored. Rows of a thinned history may be missing, but only before a
 * version that was kept.
 */
export async function verifyNotula(source: RecordSource): Promise<RecordReport> {
  const findings: Finding[] = []
  const kept = await keptVersions(source)
  const chains = new Map<string, Chain>()
  let rows = 0
  for await (const [id, seq, hash, parts] of source.rows('document_log', [
    'document_id',
    'seq',
    'hash',
    'parts',
  ])) {
    rows += 1
    const chain = chainOf(chains, kept, id ?? '')
    const row = { hash: bytesOf(hash), parts: bytesOf(parts) }
    for (const broken of takeRow(chain, Number(seq), row))
      findings.push({ code: 'notula.altered', id: id ?? '', number: broken })
  }
  let documents = 0
  for await (const [id, headSeq, headHash] of source.rows('document', ['id', 'head_seq', 'head_hash'])) {
    documents += 1
    const chain = chainOf(chains, kept, id ?? '')
    for (const gap of gapsIn(chain, Number(headSeq)))
      findings.push({ code: 'notula.removed', id: id ?? '', ...gap })
    const last = chain.hashes.get(Number(headSeq))
    if (last !== undefined && !sameBytes(last, bytesOf(headHash)))
      findings.push({ code: 'notula.head', id: id ?? '', number: Number(headSeq) })
  }
  for await (const [rapatId, content, hash] of source.rows('notula_content', ['rapat_id', 'content', 'hash']))
    if (
      !sameBytes(
        createHash('sha256')
          .update(content ?? '')
          .digest(),
        bytesOf(hash),
      )
    )
      findings.push({ code: 'notula.content', id: rapatId ?? '' })
  return { record: 'notula', counts: { documents, rows }, findings }
}

type Versions = ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>

function chainOf(chains: Map<string, Chain>, versions: Versions, id: string): Chain {
  const known = chains.get(id)
  if (known !== undefined) return known
  const kept = versions.get(id) ?? new Map()
  const chain = { kept, hashes: new Map([[0, GENESIS_HASH]]), waiting: new Map() }
  chains.set(id, chain)
  return chain
}

/** @returns sequences that do not follow from the one before */
function takeRow({ kept, hashes, waiting }: Chain, seq: number, row: Row): number[] {
  const broken: number[] = []
  hashes.set(seq, row.hash)
  const before = hashes.get(seq - 1) ?? kept.get(seq - 1)
  if (before === undefined) waiting.set(seq, row)
  else if (!sameBytes(row.hash, chainHash(before, row.parts))) broken.push(seq)
  const next = waiting.get(seq + 1)
  if (next !== undefined) {
    waiting.delete(seq + 1)
    if (!sameBytes(next.hash, chainHash(row.hash, next.parts))) broken.push(seq + 1)
  }
  return broken
}

/** Holes in the log that no kept version covers. */
function gapsIn({ hashes, kept }: Chain, headSeq: number): { from: number; to: number }[] {
  const known = [...hashes.keys()].sort((a, b) => a - b)
  return [...known.slice(1), headSeq + 1].flatMap((next, at) => {
    const [from, to] = [(known[at] ?? 0) + 1, next - 1]
    return from <= to && !kept.has(to) ? [{ from, to }] : []
  })
}

async function keptVersions(source: RecordSource): Promise<Versions> {
  const kept = new Map<string, Map<number, Uint8Array>>()
  const columns = ['document_id', 'seq', 'hash', 'state']
  for await (const [id, seq, hash, state] of source.rows('document_version', columns)) {
    if (state === null) continue
    const versions = kept.get(id ?? '') ?? new Map<number, Uint8Array>()
    kept.set(id ?? '', versions.set(Number(seq), bytesOf(hash)))
  }
  return kept
}
