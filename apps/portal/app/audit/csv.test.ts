import { catalogueFor, createWords, type Locale } from '@mufakat/i18n'
import { AUDIT_ACTIONS, type AuditEntryView } from '@mufakat/services'
import { describe, expect, it } from 'vitest'
import { auditCsv, csvCell } from './csv'
import { actionName, detailsOf } from './describe'

const words = (locale: Locale = 'id') => createWords(locale, catalogueFor(locale))
const ID = '01900000-0000-7000-8000-000000000001'

const entry = (more: Partial<AuditEntryView> = {}): AuditEntryView => ({
  number: 12,
  at: new Date('2026-11-24T03:00:00.123Z'),
  actor: { id: ID, name: 'Contoh, Kepala "Dinas"' },
  action: 'rapat.set-status',
  rapat: { id: ID, title: '=HYPERLINK("http://x")' },
  subject: null,
  details: { from: 'draf', to: 'terjadwal' },
  hash: 'ab',
  ...more,
})

async function* listed(...entries: AuditEntryView[]): AsyncGenerator<AuditEntryView> {
  yield* entries
}

describe('the file of the audit', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n-1'])(
    'takes %j for no formula',
    text => {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
    },
  )

  it('leaves other text and numbers as they are, and quotes what would part cells', () => {
    expect([csvCell('a-b'), csvCell(12), csvCell('a,b'), csvCell('a"b')]).toEqual([
      'a-b',
      '12',
      '"a,b"',
      '"a""b"',
    ])
  })

  it('has a line per entry under a head', async () => {
    const lines: string[] = []
    for await (const line of auditCsv(listed(entry(), entry({ actor: null, rapat: null })), words()))
      lines.push(line)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe('\uFEFFNomor,Waktu,Pelaku,Tindakan,Kode tindakan,Objek,Rincian,Hash\r\n')
    expect(lines[1]).toBe(
      '12,2026-11-24T03:00:00.123Z,"Contoh, Kepala ""Dinas""",Status rapat diubah,rapat.set-status,' +
        '"\'=HYPERLINK(""http://x"")","{""from"":""draf"",""to"":""terjadwal""}",ab\r\n',
    )
    expect(lines[2]).toContain(',Sistem,')
  })
})

describe('words for entries', () => {
  it.each(['id', 'en'] as const)('names every action (%s)', locale => {
    expect(AUDIT_ACTIONS.filter(action => actionName(action, words(locale)) === action)).toEqual([])
  })

  it('tells details in words where there are some, and how many ids there were', () => {
    expect(detailsOf(entry(), words())).toBe('Draf → Terjadwal')
    expect(detailsOf(entry({ details: { fields: ['title', 'place'] } }), words())).toBe('judul, tempat')
    const details = { opdAdded: [ID, ID], guestsAdded: [], seq: 4, who: ID, note: null }
    expect(detailsOf(entry({ details }), words())).toBe('opdAdded: 2 · seq: 4 · who: 01900000')
    expect(detailsOf(entry({ details: { from: 3, to: 9 } }), words())).toBe('from: 3 · to: 9')
  })
})
