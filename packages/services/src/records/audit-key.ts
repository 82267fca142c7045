import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Public keys by their ids: all that signatures are checked with. */
export type PublicKeys = ReadonlyMap<string, KeyObject>

/** The key that signs, and those whose signatures are believed: its own and earlier ones. */
export interface AuditKeys {
  readonly id: string
  readonly privateKey: KeyObject
  readonly known: PublicKeys
}

/** What a signature is about. */
export interface SignedHead {
  readonly seq: number
  readonly number: number
  readonly hash: Uint8Array
  readonly at: Date
  readonly keyId: string
}

const PRIVATE = 'audit.key'
const PUBLIC = /^audit-[0-9a-f]{16}\.pub\.pem$/

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The first 16 digits of SHA-256 over the public key (SPKI, DER). */
const idOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)

/** Lines: what it is, sequence, number, hash in hex, time as ISO 8601 in UTC with milliseconds, id of the key. */
const statementOf = ({ seq, number, hash, at, keyId }: SignedHead): Buffer =>
  Buffer.from(`mufakat-audit-head-1\n${seq}\n${number}\n${hex(hash)}\n${at.toISOString()}\n${keyId}\n`)

export const signHeadOf = (keys: AuditKeys, head: Omit<SignedHead, 'keyId'>): Uint8Array =>
  new Uint8Array(sign(null, statementOf({ ...head, keyId: keys.id }), keys.privateKey))

export type SignatureVerdict = 'good' | 'broken' | 'unknown-key'

export function checkSignature(
  keys: PublicKeys,
  head: SignedHead & { readonly signature: Uint8Array },
): SignatureVerdict {
  const key = keys.get(head.keyId)
  if (key === undefined) return 'unknown-key'
  // Whoever writes the table can write a time that is none.
  if (Number.isNaN(head.at.getTime())) return 'broken'
  return verify(null, statementOf(head), key, head.signature) ? 'good' : 'broken'
}

export const keysFolder = (dataDir: string): string => join(dataDir, 'keys')

/**
 * The key of this installation, made once. It lies in the data folder, readable by us alone, or in a file of its own;
 * public keys lie beside it, one file per key, and stay there when a key is replaced.
 */
export async function loadAuditKeys(dataDir: string, keyFile: string | null): Promise<AuditKeys> {
  const folder = keysFolder(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = keyFile ?? join(folder, PRIVATE)
  if (!existsSync(file)) await makeKey(file)
  const privateKey = createPrivateKey(await readFile(file))
  const publicKey = createPublicKey(privateKey)
  const id = idOf(publicKey)
  const publicFile = join(folder, `audit-${id}.pub.pem`)
  if (!existsSync(publicFile)) {
    await writeFile(`${publicFile}.new`, publicKey.export({ type: 'spki', format: 'pem' }))
    await rename(`${publicFile}.new`, publicFile)
  }
  return { id, privateKey, known: await readPublicKeys(folder) }
}

/** Whoever comes second finds the file of the first. */
async function makeKey(file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const half = `${file}.${process.pid}.new`
  await writeFile(half, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  try {
    await link(half, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(half, { force: true })
  }
}

/** The public keys in a folder; none when there is no such folder. */
export async function readPublicKeys(folder: string): Promise<PublicKeys> {
  if (!existsSync(folder)) return new Map()
  const names = (await readdir(folder)).filter(name => PUBLIC.test(name))
  return readKeyFiles(names.map(name => join(folder, name)))
}

/** Public keys from files of any name, as an auditor has them. */
export async function readKeyFiles(files: readonly string[]): Promise<PublicKeys> {
  const keys = await Promise.all(files.map(async file => createPublicKey(await readFile(file))))
  return new Map(keys.map(key => [idOf(key), key]))
}
