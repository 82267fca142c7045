import { listFileUse, type Queryable, readSetting, writeSetting } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'

const KEY = 'files'
const MB = 1024 * 1024

const megabytes = (least: number, most: number) =>
  z.number('field.number').int('field.number').min(least, 'field.number').max(most, 'field.number')

export const fileSettingsInput = z.object({
  /** Largest file. */
  maxMegabytes: megabytes(1, 500).default(50),
  /** Room of one OPD. */
  quotaMegabytes: megabytes(10, 1_000_000).default(2_048),
  /** Days that the bytes of a removed file are kept. */
  retentionDays: z
    .number('field.number')
    .int('field.number')
    .min(1, 'field.number')
    .max(3_650, 'field.number')
    .default(90),
  /** What to do with a file when the virus scanner, where there is one, does not answer. */
  scannerAway: z.enum(['refuse', 'accept'], 'field.choose').default('refuse'),
})
export type FileSettings = z.infer<typeof fileSettingsInput>

export const maxBytes = (settings: FileSettings): number => settings.maxMegabytes * MB
export const quotaBytes = (settings: FileSettings): number => settings.quotaMegabytes * MB

export interface FileUse {
  /** Short name; null for people without an OPD. */
  readonly opd: string | null
  readonly bytes: number
  readonly count: number
}

/** As stored; what was never set, or does not fit any more, is the default. */
export async function readFileSettings(db: Queryable): Promise<FileSettings> {
  const stored = fileSettingsInput.safeParse((await readSetting(db, KEY)) ?? {})
  return stored.success ? stored.data : fileSettingsInput.parse({})
}

export async function fileSettings(ctx: ServiceContext, actor: Actor | null): Promise<FileSettings> {
  authorise(actor, 'setting.edit')
  return readFileSettings(ctx.database.db)
}

/** Bytes that each OPD has taken, most first. */
export async function fileUse(ctx: ServiceContext, actor: Actor | null): Promise<FileUse[]> {
  authorise(actor, 'setting.edit')
  const rows = await listFileUse(ctx.database.db)
  return rows.map(({ opd, bytes, count }) => ({ opd, bytes: Number(bytes), count: Number(count) }))
}

export async function setFileSettings(
  ctx: ServiceContext,
  actor: Actor | null,
  input: FileSettings,
): Promise<void> {
  authorise(actor, 'setting.edit')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const before = await readFileSettings(tx)
    const fields = (Object.keys(input) as (keyof FileSettings)[]).filter(key => before[key] !== input[key])
    if (fields.length === 0) return
    await writeSetting(tx, { key: KEY, value: input, now })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'berkas.settings',
      details: { fields },
    })
  })
}
