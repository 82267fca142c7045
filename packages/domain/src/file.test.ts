import { describe, expect, it } from 'vitest'
import { cleanFileName, kindOfName } from './file'

describe('names of files', () => {
  it.each([
    ['Laporan TW IV.pdf', 'Laporan TW IV.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\x\\surat.DOCX', 'surat.docx'],
    ['..', 'berkas'],
    ['.htaccess', 'htaccess'],
    ['.pdf', 'pdf'],
    ['', 'berkas'],
    ['foto\u202Egpj.exe', 'fotogpj.exe'],
    ['a\u0000b\r\nc\u200B.png', 'abc.png'],
    ['<img src=x onerror=1>.png', '_img src=x onerror=1_.png'],
    ['CON.pdf', '_CON.pdf'],
    ['rapat .  pdf', 'rapat. pdf'],
    ['surat.pdf. . ', 'surat.pdf'],
    ['e\u0301.webp', 'é.webp'],
    ['\uD800rusak.pdf', 'rusak.pdf'],
  ])('[F1] cleans %j to %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean)
  })

  it('[F1] keeps the ending of a name that is too long, and cleans a clean name to itself', () => {
    const long = cleanFileName(`${'Ж'.repeat(500)}.xlsx`)
    expect([...long]).toHaveLength(120)
    expect(long.endsWith('.xlsx')).toBe(true)
    expect(cleanFileName(long)).toBe(long)
  })

  it('[F2] knows what a name promises', () => {
    expect(kindOfName('a.JPG')).toBe('jpeg')
    expect(kindOfName('a.jpeg')).toBe('jpeg')
    for (const name of ['a.svg', 'a.pdf.exe', 'a.html', 'a', 'a.docm', 'a.zip'])
      expect(kindOfName(name)).toBeNull()
  })
})
