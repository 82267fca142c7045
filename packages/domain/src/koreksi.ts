import { err, ok, type Result } from '@mufakat/kernel'
import { isCode, PRIORITIES, STRATEGIES } from './codes'
import { isTanggal } from './wib'

/** What of a sealed line a Koreksi says anew: its wording, or a decided fact of a tindak lanjut. */
export const KOREKSI_FIELDS = ['text', 'owner', 'jabatan', 'tenggat', 'prioritas', 'strategi'] as const
export type KoreksiField = (typeof KOREKSI_FIELDS)[number]

/** `diajukan` until both offices have approved (`disahkan`), or it was sent back or withdrawn. */
export const KOREKSI_STATES = ['diajukan', 'disahkan', 'dikembalikan', 'ditarik'] as const
export type KoreksiState = (typeof KOREKSI_STATES)[number]

/** One correction of one line; null: the fact is not set. */
export interface KoreksiChange {
  readonly lineId: string
  readonly field: KoreksiField
  readonly before: string | null
  readonly after: string | null
}

/** What holds for a line: that of the sealed text, with the sealed corrections in their order. */
export type LineFacts = Readonly<Partial<Record<KoreksiField, string | null>>>

/** A sealed line as the corrections so far leave it (SPEC.md V7). */
export function correctedLine(
  lineId: string,
  sealed: LineFacts,
  corrections: readonly (readonly KoreksiChange[])[],
): LineFacts {
  const facts: Partial<Record<KoreksiField, string | null>> = { ...sealed }
  for (const changes of corrections)
    for (const change of changes) if (change.lineId === lineId) facts[change.field] = change.after
  return facts
}

const isValue = (field: KoreksiField, value: string | null): boolean => {
  if (value === null) return field !== 'text'
  switch (field) {
    case 'text':
      return value.trim() !== ''
    case 'tenggat':
      return isTanggal(value)
    case 'prioritas':
      return isCode(PRIORITIES, value)
    case 'strategi':
      return isCode(STRATEGIES, value)
    default:
      return true
  }
}

/**
 * The corrections of a proposal: only what differs from what holds, each a value that its field can have.
 * @param lines what holds now, by line id; only these can be corrected, and only the facts that they have
 * @returns field → key of words, when one cannot be
 */
export function koreksiChanges(
  lines: ReadonlyMap<string, LineFacts>,
  wanted: readonly Omit<KoreksiChange, 'before'>[],
): Result<KoreksiChange[], Readonly<Record<string, string>>> {
  const wrong: Record<string, string> = {}
  const changes: KoreksiChange[] = []
  for (const { lineId, field, after } of wanted) {
    const before = lines.get(lineId)?.[field]
    if (before === undefined) wrong[`${lineId}.${field}`] = 'field.unknown'
    else if (!isValue(field, after))
      wrong[`${lineId}.${field}`] = after === null || after.trim() === '' ? 'field.required' : 'field.invalid'
    else if (before !== after) changes.push({ lineId, field, before, after })
  }
  if (Object.keys(wrong).length > 0) return err(wrong)
  return changes.length === 0 ? err({ form: 'field.koreksi-nothing' }) : ok(changes)
}
