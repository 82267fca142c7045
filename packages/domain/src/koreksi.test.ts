import { describe, expect, it } from 'vitest'
import { correctedLine, koreksiChanges } from './koreksi'

const lines = new Map([
  ['k1', { text: 'Disetujui 28 lokasi.' }],
  ['t1', { text: 'Menyusun rencana', owner: 'perkim', jabatan: null, tenggat: '2026-12-01' }],
])

describe('a Koreksi', () => {
  it('[V7] says only what differs, of lines and facts that there are', () => {
    const change = { lineId: 'k1', field: 'text', after: 'Disetujui 27 lokasi.' } as const
    expect(koreksiChanges(lines, [change, { lineId: 't1', field: 'owner', after: 'perkim' }])).toEqual({
      ok: true,
      value: [{ ...change, before: 'Disetujui 28 lokasi.' }],
    })
    expect(koreksiChanges(lines, [{ lineId: 't1', field: 'owner', after: 'perkim' }])).toEqual({
      ok: false,
      error: { form: 'field.koreksi-nothing' },
    })
    expect(
      koreksiChanges(lines, [
        { lineId: 'k1', field: 'tenggat', after: '2026-12-02' },
        { lineId: 'x', field: 'text', after: 'a' },
        { lineId: 't1', field: 'tenggat', after: 'besok' },
        { lineId: 't1', field: 'text', after: ' ' },
      ]),
    ).toEqual({
      ok: false,
      error: {
        'k1.tenggat': 'field.unknown',
        'x.text': 'field.unknown',
        't1.tenggat': 'field.invalid',
        't1.text': 'field.required',
      },
    })
  })

  it('[V7] takes the corrections before it into account, in their order', () => {
    const sealed = lines.get('t1') ?? {}
    const one = [{ lineId: 't1', field: 'tenggat', before: '2026-12-01', after: '2026-12-08' }] as const
    const two = [{ lineId: 't1', field: 'tenggat', before: '2026-12-08', after: null }] as const
    expect(correctedLine('t1', sealed, [one])).toEqual({ ...sealed, tenggat: '2026-12-08' })
    expect(correctedLine('t1', sealed, [one, two])).toEqual({ ...sealed, tenggat: null })
    expect(correctedLine('k1', lines.get('k1') ?? {}, [one, two])).toEqual(lines.get('k1'))
  })
})
