/**
 * A PDF with a signature dictionary as BSrE's is made: its range covers all but the signature itself. Nobody's
 * certificate is in it. `mark` makes it another file of the same length.
 */
export function signedPdf(mark = 'a'): Buffer {
  const before = `%PDF-1.7\n%${mark}\n1 0 obj\n<</Type/Catalog/AcroForm<</SigFlags 3>>>>\nendobj\n2 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange `
  const held = `<${'3082'.padEnd(64, 'a')}>`
  const room = 40
  const start = before.length + room + '/Contents'.length
  const after = '>>\nendobj\n'
  const end = `xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R>>\nstartxref\n${start + held.length + after.length}\n%%EOF\n`
  const range = `[0 ${start} ${start + held.length} ${after.length + end.length}]`.padEnd(room)
  return Buffer.from(`${before}${range}/Contents${held}${after}${end}`, 'latin1')
}
