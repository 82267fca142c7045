import {
  findRapat,
  findSignedCopy,
  insertPaperAccess,
  listSealedRecords,
  listSignedCopies,
  type Queryable,
} from '@mufakat/db'
import { type Actor, may } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { isRowId, type ServiceContext } from '../context'
import type { FileContext } from '../files/context'
import { maxBytes, readFileSettings } from '../files/settings'
import type { FileContent } from '../files/views'
import { rapatFor, subjectOf } from '../rapat-access'
import { hex } from '../ratification/state'

export interface SignedCopyView {
  readonly id: string
  readonly srikandiNumber: string
  readonly size: number
  /** In hex. */
  readonly sha256: string
  readonly uploadedBy: string
  readonly at: Date
}

/** What is sealed of a rapat, each with its signed copies. */
export interface SignedCopies {
  readonly records: readonly {
    /** 0: the notula; from 1: the Koreksi of that number. */
    readonly number: number
    /** The newest first: that is the one that holds. */
    readonly copies: readonly SignedCopyView[]
  }[]
  readonly mayAdd: boolean
  readonly maxBytes: number
}

/** Signed copies of a rapat, for who reads its files. */
export async function signedCopies(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<SignedCopies> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'berkas.read', rapatId)
  const records = await listSealedRecords(db, rapatId)
  const copies = records.length === 0 ? [] : await listSignedCopies(db, rapatId)
  return {
    records: records.map(({ number }) => ({
      number,
      copies: copies
        .filter(one => one.number === number)
        .map(({ id, srikandiNumber, size, sha256, uploadedBy, at }) => ({
          ...{ id, srikandiNumber, size, uploadedBy, at },
          sha256: hex(sha256),
        })),
    })),
    mayAdd: records.length > 0 && may(actor, 'tte.add', subjectOf(rapat)),
    maxBytes: maxBytes(await readFileSettings(db)),
  }
}

async function copyFor(db: Queryable, actor: Actor | null, id: string) {
  if (actor === null) throw new AppError('not-signed-in', 'berkas.read')
  const copy = isRowId(id) ? await findSignedCopy(db, id) : null
  if (copy === null) throw new AppError('not-found', 'signed copy')
  await rapatFor(db, actor, 'berkas.read', copy.rapatId)
  return copy
}

/** Opens a signed copy for reading. `isFirst`: not the rest of a download that broke off; then who and when is noted. */
export async function fetchSignedCopy(
  ctx: FileContext,
  actor: Actor | null,
  id: string,
  isFirst: boolean,
): Promise<FileContent> {
  const { db } = ctx.database
  const copy = await copyFor(db, actor, id)
  const { rapatId, number, storedName, sha256 } = copy
  if (isFirst && actor !== null) {
    const at = ctx.clock.now()
    const personId = actor.viewedBy ?? actor.personId
    await insertPaperAccess(db, {
      ...{ id: newId(at.getTime()), at, rapatId, kind: 'notula', format: 'pdf', number, personId },
      signedCopyId: copy.id,
    })
  }
  const { date } = defined(await findRapat(db, rapatId), 'the rapat of a copy')
  const what = number === 0 ? 'Notula' : `Koreksi ${number}`
  return {
    id: copy.id,
    name: `${what} ${date ?? ''} bertanda tangan.pdf`.replace('  ', ' '),
    kind: 'pdf',
    path: ctx.store.relativePathOf(storedName),
    root: ctx.store.root,
    tag: `"${hex(sha256).slice(0, 32)}"`,
  }
}
