import type { adminBerkasId } from './admin-berkas.id'

export const adminBerkasEn: Readonly<Record<keyof typeof adminBerkasId, string>> = {
  'admin.berkas': 'Files',
  'admin.berkas.lead': 'Limits of size, room of each agency, and how long removed files are kept.',
  'admin.berkas.limits': 'Limits',
  'admin.berkas.max': 'Largest single file (MB)',
  'admin.berkas.max.help': '1 to 500.',
  'admin.berkas.quota': 'Room of each agency (MB)',
  'admin.berkas.quota.help': 'Removed files count until their retention is over. 2,048 MB = 2 GB.',
  'admin.berkas.retention': 'Retention of removed files (days)',
  'admin.berkas.retention.help': 'Afterwards the content is thrown away for good; its record stays.',
  'admin.berkas.scanner': 'When the virus scanner does not answer',
  'admin.berkas.scanner.refuse': 'Refuse files until it answers again',
  'admin.berkas.scanner.accept': 'Accept them unscanned',
  'admin.berkas.scanner.help':
    'A scanner (clamd) is named by CLAMD_URL on the server; without one files are not scanned.',
  'admin.berkas.saved': 'Settings of files saved.',
  'admin.berkas.use': 'Room in use',
  'admin.berkas.use.empty': 'No files yet',
  'admin.berkas.use.opd': 'Agency',
  'admin.berkas.use.count': 'Files',
  'admin.berkas.use.bytes': 'In use',
  'admin.berkas.use.share': 'Share',
}
