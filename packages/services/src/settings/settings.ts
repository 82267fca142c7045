import { type Queryable, readSettingRow, type Tx, writeSettingOver } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import type { ServiceContext } from '../context'
import { authorise, inTransaction } from '../context'
import { SETTINGS, type SettingKey, type SettingValue } from './catalogue'

/** A setting with what a form needs to change it. */
export interface StoredSetting<Key extends SettingKey> {
  readonly value: SettingValue<Key>
  /** 0: it was never set. */
  readonly revision: number
}

async function stored<Key extends SettingKey>(db: Queryable, key: Key): Promise<StoredSetting<Key>> {
  const { schema, initial } = SETTINGS[key]
  const row = await readSettingRow(db, key)
  if (row === null) return { value: initial as SettingValue<Key>, revision: 0 }
  const value = schema.parse({ ...initial, ...(row.value as object) })
  return { value: value as SettingValue<Key>, revision: row.revision }
}

/** What holds now. Read each time: a setting counts from the moment it is changed, on every node. */
export const settingOf = async <Key extends SettingKey>(
  db: Queryable,
  key: Key,
): Promise<SettingValue<Key>> => (await stored(db, key)).value

/** A setting as its form shows it. */
export async function readSettingForm<Key extends SettingKey>(
  ctx: ServiceContext,
  actor: Actor | null,
  key: Key,
): Promise<StoredSetting<Key>> {
  authorise(actor, 'setting.edit')
  return stored(ctx.database.db, key)
}

const changedFields = (before: object, after: object): string[] =>
  Object.keys(after).filter(
    field =>
      JSON.stringify(before[field as keyof typeof before]) !==
      JSON.stringify(after[field as keyof typeof after]),
  )

/**
 * Writes a setting and its audit entry: which fields, never their values. Nothing when nothing differs; `conflict`
 * when it was changed since `revision`.
 */
export async function putSetting<Key extends SettingKey>(
  tx: Tx,
  input: { key: Key; value: SettingValue<Key>; revision: number; actorId: string | null; now: Date },
): Promise<void> {
  const { key, value, revision, actorId, now } = input
  const before = await stored(tx, key)
  if (before.revision !== revision) throw new AppError('conflict', key)
  const fields = changedFields(before.value as object, value as object)
  if (fields.length === 0 && revision > 0) return
  if (!(await writeSettingOver(tx, { key, value, revision, now }))) throw new AppError('conflict', key)
  await recordAudit(tx, { at: now, actorId, action: 'setting.edit', subjectId: key, details: { fields } })
}

/** Changes a setting; `conflict` when somebody else changed it since the form was opened. */
export async function changeSetting<Key extends SettingKey>(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { key: Key; value: SettingValue<Key>; revision: number },
): Promise<void> {
  authorise(actor, 'setting.edit')
  const now = ctx.clock.now()
  await inTransaction(ctx, tx => putSetting(tx, { ...input, actorId: actor.personId, now }))
}

/** Which regency this is; everybody may know, also at the door. */
export const regencyOf = (ctx: ServiceContext): Promise<SettingValue<'regency'>> =>
  settingOf(ctx.database.db, 'regency')
