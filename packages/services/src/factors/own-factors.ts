import {
  countRecoveryCodes,
  deletePendingSignInsOf,
  deleteTotp,
  findAccount,
  findTotp,
  listPasskeys,
  putUnconfirmedTotp,
  replaceRecoveryCodes,
  type Tx,
  takeTotpStep,
} from '@mufakat/db'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { factorsOf } from '../begin-session'
import { authorise, type DoorContext, inTransaction, type ServiceContext } from '../context'
import { returnAttempt } from '../rate-limit'
import type { Session } from '../views'
import { tellOfSecurity } from './notice'
import { isLate, type Proof, proveLately, provePassword } from './proof'
import { newRecoveryCode, RECOVERY_CODES, recoveryHash } from './recovery-codes'
import type { CodeInput } from './second-step'
import { reserveCode, takeCode } from './take-code'
import { newTotpSecret, totpInvitation, totpStep } from './totp'

/** A secret that no code has confirmed by then is to be asked for anew. */
const INVITATION_MS = 30 * 60_000

export interface OwnFactors {
  /** Since when the app counts; null: it does not. */
  readonly totpSince: Date | null
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly createdAt: Date
    readonly lastUsedAt: Date | null
  }[]
  readonly codes: { readonly left: number; readonly all: number }
  readonly hasPassword: boolean
  /** Too long in: the password is asked for before anything changes. */
  readonly isLate: boolean
}

export async function ownFactors(ctx: ServiceContext, session: Session): Promise<OwnFactors> {
  const { personId } = own(session)
  const { db } = ctx.database
  const account = await findAccount(db, personId)
  const totp = await findTotp(db, personId)
  const passkeys = await listPasskeys(db, personId)
  return {
    totpSince: totp?.confirmedAt ?? null,
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
    codes: await countRecoveryCodes(db, personId),
    hasPassword: account?.hasPassword ?? false,
    isLate: isLate(ctx, session),
  }
}

export const own = ({ actor }: Session) => {
  authorise(actor, 'factor.manage', actor)
  return actor
}

/** Makes a secret for an app that has yet to show that it has it; throws `conflict` when there is an app. */
export async function inviteTotp(ctx: DoorContext, session: Session, proof: Proof): Promise<void> {
  const { personId } = own(session)
  await proveLately(ctx, session, proof)
  const secret = ctx.vault.seal('totp', personId, newTotpSecret())
  // Nothing counts yet, so nothing is told: the entry is made when it does.
  const isNew = await inTransaction(ctx, tx =>
    putUnconfirmedTotp(tx, { personId, secret, createdAt: ctx.clock.now() }),
  )
  if (!isNew) throw new AppError('conflict', 'totp is on')
}

/** What the app scans or is typed; null when nothing was asked for, or too long ago. */
export async function totpInvitationOf(
  ctx: DoorContext,
  session: Session,
): Promise<{ uri: string; typed: string } | null> {
  const secret = await invitedSecret(ctx, session)
  const { person } = session
  return secret && totpInvitation(secret, person.email ?? person.nip ?? person.name)
}

async function invitedSecret(ctx: DoorContext, session: Session): Promise<Uint8Array | null> {
  const { personId } = own(session)
  const totp = await findTotp(ctx.database.db, personId)
  if (totp === null || totp.confirmedAt !== null) return null
  if (ctx.clock.now().getTime() - totp.createdAt.getTime() > INVITATION_MS) return null
  return ctx.vault.open('totp', personId, totp.secret)
}

/** Recovery codes in the clear, to be shown once; null where those of before go on. */
export type NewCodes = readonly string[] | null

/** The app counts from here. Throws `not-found` without an invitation, `wrong-code`. */
export async function confirmTotp(ctx: DoorContext, session: Session, input: CodeInput): Promise<NewCodes> {
  const { personId } = own(session)
  const secret = await invitedSecret(ctx, session)
  if (secret === null) throw new AppError('not-found', 'no invitation')
  const now = ctx.clock.now()
  const step = totpStep(secret, input.code, now)
  if (step === null) throw new AppError('wrong-code')
  return inTransaction(ctx, async tx => {
    const codes = await codesOfFirstFactor(tx, personId)
    if (!(await takeTotpStep(tx, { personId, step, confirmedAt: now }))) throw new AppError('conflict')
    await recordAudit(tx, { at: now, actorId: personId, action: 'factor.totp-on', subjectId: personId })
    await tellOfSecurity(tx, { personId, what: 'totp-added', now })
    return codes
  })
}

/** Asks for the password and a code, however new the session is. */
export async function removeTotp(
  ctx: DoorContext,
  session: Session,
  input: CodeInput & Proof,
): Promise<void> {
  const { personId } = own(session)
  await provePassword(ctx, session, input)
  const now = ctx.clock.now()
  const keys = await reserveCode(ctx, { personId, address: input.address, now })
  await inTransaction(ctx, async tx => {
    if ((await takeCode(ctx, tx, { personId, typed: input.code, now })) === null)
      throw new AppError('wrong-code')
    await returnAttempt(tx, keys, now)
    if (!(await deleteTotp(tx, personId))) throw new AppError('conflict', 'no totp')
    await afterRemoval(tx, personId)
    await recordAudit(tx, { at: now, actorId: personId, action: 'factor.totp-off', subjectId: personId })
    await tellOfSecurity(tx, { personId, what: 'totp-removed', now })
  })
}

/** New recovery codes in the place of all earlier ones. */
export async function renewRecoveryCodes(
  ctx: ServiceContext,
  session: Session,
  proof: Proof,
): Promise<NewCodes> {
  const { personId } = own(session)
  await proveLately(ctx, session, proof)
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const { totp, passkey } = await factorsOf(tx, personId)
    if (!totp && !passkey) throw new AppError('conflict', 'no factor')
    const codes = await makeCodes(tx, personId)
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'factor.recovery-codes',
      subjectId: personId,
    })
    await tellOfSecurity(tx, { personId, what: 'recovery-codes-made', now })
    return codes
  })
}

/** To be asked before the factor counts. */
export async function codesOfFirstFactor(tx: Tx, personId: string): Promise<NewCodes> {
  const { totp, passkey } = await factorsOf(tx, personId)
  return totp || passkey ? null : makeCodes(tx, personId)
}

async function makeCodes(tx: Tx, personId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await replaceRecoveryCodes(tx, { personId, hashes: codes.map(code => recoveryHash(personId, code)) })
  return codes
}

/** Whoever is just being asked for what is gone begins anew; without a factor nothing is left to recover. */
export async function afterRemoval(tx: Tx, personId: string): Promise<void> {
  await deletePendingSignInsOf(tx, personId)
  const { totp, passkey } = await factorsOf(tx, personId)
  if (!totp && !passkey) await replaceRecoveryCodes(tx, { personId, hashes: [] })
}
