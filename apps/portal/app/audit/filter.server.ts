import { type AuditFilterInput, auditFilterInput } from '@mufakat/services'
import { FIELDS } from './filter-names'

/** What cannot be meant is not filtered by. */
export const filterOfFields = (fields: { get(name: string): unknown }): AuditFilterInput =>
  auditFilterInput.parse(
    Object.fromEntries(Object.entries(FIELDS).map(([key, name]) => [key, fields.get(name) || null])),
  )
