import type { tabelId } from './tabel.id'

export const tabelEn: Record<keyof typeof tabelId, string> = {
  'tabel.title': 'Import and export',
  'tabel.lead': 'Agencies, posts, people, working groups and village operators as XLSX or CSV.',
}
