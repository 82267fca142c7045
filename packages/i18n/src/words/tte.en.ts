import type { tteId } from './tte.id'

export const tteEn: Readonly<Record<keyof typeof tteId, string>> = {
  'tte.title': 'Electronically signed copy',
  'tte.help':
    'The PDF that was signed electronically (BSrE) in SRIKANDI, kept with its record. The newest holds; earlier ones stay.',
  'tte.none': 'There is no signed copy yet.',
  'tte.of.notula': 'Minutes',
  'tte.of.koreksi': 'Correction {n}',
  'tte.srikandi': 'SRIKANDI number',
  'tte.srikandi.help': 'As it stands in SRIKANDI, for example T/400.14.6/123/2026.',
  'tte.file': 'Signed PDF',
  'tte.file.help':
    'As downloaded from SRIKANDI, unchanged, at most {max}. It is checked to hold an electronic signature; whether that is valid is for the service of BSrE to say.',
  'tte.for': 'Of',
  'tte.add': 'Add a copy',
  'tte.add.again': 'Add a newer copy',
  'tte.submit': 'Keep the copy',
  'tte.download': 'Download',
  'tte.download.of': 'Download {number}',
  'tte.kept': 'Kept by {name}, {at}',
  'tte.earlier': 'Earlier copies ({n})',
  'field.srikandi': 'A number has 3–100 letters, digits, spaces and . / - _ ( ), with at least one digit.',

  'periksa.file.title': 'Check a PDF file',
  'periksa.file.choose': 'Choose a PDF',
  'periksa.file.drop': 'or drop it here',
  'periksa.file.help':
    'The file is not sent. Its fingerprint (SHA-256) is computed on this device, and only that is compared. At most 100 MB.',
  'periksa.file.counting': 'Computing the fingerprint of the file…',
  'periksa.file.large': 'This file is too large: at most 100 MB.',
  'periksa.file.empty': 'This file is empty.',
  'periksa.file.pdf': 'This file is not a PDF.',
  'periksa.file.failed': 'The file cannot be read on this device. Paste its SHA-256 below.',
  'periksa.field.signed': 'Electronically signed copy (SRIKANDI)',
  'periksa.signed.none': 'None yet',
  'periksa.signed.at': 'kept {at}',
  'periksa.compare': 'Compare a hash',
  'periksa.compare.help': 'Paste the SHA-256 of a file: 64 digits and letters a–f.',
  'periksa.compare.submit': 'Compare',
  'periksa.compare.record': 'The same: this hash is that of the sealed record.',
  'periksa.compare.paper': 'The same: this file is the PDF that Mufakat sealed at ratification.',
  'periksa.compare.signed':
    'The same: this file is the electronically signed copy with SRIKANDI number {number}.',
  'periksa.compare.signed-before':
    'This file is an earlier electronically signed copy; there is a newer one.',
  'periksa.compare.elsewhere': 'This file is sealed, but belongs to another record:',
  'periksa.compare.other': 'Not the same: this file differs from what is sealed, even if only by a little.',
  'periksa.compare.nowhere':
    'This file is not sealed in Mufakat: it differs from all minutes and corrections that were ratified.',
  'periksa.compare.no-hash': 'This is no SHA-256: 64 digits and letters a–f are needed.',
}
