import { appendFlush, chainHash, findHead, grantLeases, readRows } from '@mufakat/db'
import {
  appendLines,
  changeLine,
  createNotulaDoc,
  itemText,
  type LineAttr,
  listItems,
  readNotula,
  type SeedLine,
} from '@mufakat/doc-model'
import { newId } from '@mufakat/kernel'
import { decodeParts, encodeParts } from '@mufakat/protocol'
import * as Y from 'yjs'
import type { ServiceContext } from './context'

let leases = 5000

/** Somebody with the notula open: edits locally, commits and reads when the test says so, as the engine would. */
export class TestWriter {
  private readonly made: Uint8Array[] = []
  private frame = 0
  seen = 0
  /** The sequence of the last row written. */
  wrote = 0

  private constructor(
    private readonly ctx: ServiceContext,
    readonly documentId: string,
    readonly doc: Y.Doc,
  ) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'net') this.made.push(update)
    })
  }

  static async open(ctx: ServiceContext, documentId: string, personId: string): Promise<TestWriter> {
    const clientId = ++leases
    await grantLeases(ctx.database.sql, [{ documentId, clientId, personId, sessionId: 'test' }])
    const writer = new TestWriter(ctx, documentId, createNotulaDoc({ clientId }))
    await writer.read()
    return writer
  }

  /** The first line of the first item, or of another. */
  text(item = 0): Y.Text {
    return itemText(this.doc, listItems(this.doc)[item]?.id ?? '')
  }

  /** Writes a line at the end of the first item. */
  write(line: string | SeedLine): void {
    appendLines(this.doc, this.text(), [typeof line === 'string' ? { text: line } : line])
  }

  setAttr(lineId: string, name: LineAttr, value: string): void {
    changeLine(this.doc, lineId, { attrs: { [name]: value } })
  }

  /** How the last line of the first item is pointed at. */
  lastLine(): { root: string; lineId: string } {
    const [item] = readNotula(this.doc).items
    return { root: `item:${item?.id}`, lineId: item?.lines.at(-1)?.id ?? '' }
  }

  /** Takes in what others have committed. */
  async read(): Promise<this> {
    const { sql, db } = this.ctx.database
    const head = await findHead(db, this.documentId)
    for (const row of await readRows(sql, this.documentId, this.seen, head?.seq ?? 0)) {
      for (const part of decodeParts(row.parts))
        if (part.lease !== this.doc.clientID || this.seen === 0) Y.applyUpdate(this.doc, part.bytes, 'net')
      this.seen = row.seq
    }
    return this
  }

  /** One row with everything that was edited since, built on what was read last. */
  async commit(at?: Date): Promise<this> {
    const { sql, db } = this.ctx.database
    const { documentId, seen: base } = this
    const lease = this.doc.clientID
    const parts = encodeParts(this.made.splice(0).map(bytes => ({ lease, frame: ++this.frame, base, bytes })))
    for (let outcome: string | undefined = 'moved'; outcome !== 'written'; ) {
      const judged = await findHead(db, documentId)
      if (outcome !== 'moved' || judged === null) throw new Error(`not written: ${outcome}`)
      const hash = chainHash(judged.hash, parts)
      outcome = (await appendFlush(sql, newId(), [{ documentId, judged, parts, hash }])).get(documentId)
      this.wrote = judged.seq + 1
    }
    if (at !== undefined)
      await sql`update document_log set at = ${at} where document_id = ${documentId} and seq = ${this.wrote}`
    return this
  }
}
