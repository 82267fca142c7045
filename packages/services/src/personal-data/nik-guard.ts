import { hasNikLike } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'

/**
 * Goes on when none of these texts, by the names of their fields, holds a number that looks like a NIK, or when their
 * person has said that it may stand there (SPEC.md of domain, X5). Else `invalid-input` with `field.nik`, so that the
 * form shows what was typed and asks.
 */
export function guardNik(
  texts: Readonly<Record<string, string | null | undefined>>,
  isConfirmed: boolean | undefined,
): void {
  if (isConfirmed) return
  const found = Object.entries(texts).filter(([, text]) => hasNikLike(text ?? ''))
  if (found.length === 0) return
  throw new AppError('invalid-input', 'a number like a NIK', {
    fields: Object.fromEntries(found.map(([field]) => [field, 'field.nik'])),
  })
}
