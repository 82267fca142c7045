import { AppError } from '@mufakat/kernel'
import { describe, expect, it } from 'vitest'
import { guardNik } from './nik-guard'

const refusedFields = (work: () => void): unknown => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof AppError ? { code: error.code, fields: error.fields } : error
  }
}

describe('a form with a number like a NIK', () => {
  const texts = { title: 'Rapat 1706010101800001', place: 'Aula', 'agenda.0.title': 'KK 1706 0101 0180 0002' }

  it('[X5] is asked about, field by field', () => {
    expect(refusedFields(() => guardNik(texts, false))).toEqual({
      code: 'invalid-input',
      fields: { title: 'field.nik', 'agenda.0.title': 'field.nik' },
    })
    expect(refusedFields(() => guardNik(texts, undefined))).not.toBeNull()
  })

  it('[X5] is taken once its person has said so, and asked nothing without one', () => {
    expect(refusedFields(() => guardNik(texts, true))).toBeNull()
    expect(refusedFields(() => guardNik({ title: 'NIP 198002292005011001', place: null }, false))).toBeNull()
  })
})
