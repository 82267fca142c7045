/** Words of tables that are imported and exported. */
export const tabelId = {
  'tabel.title': 'Impor dan ekspor',
  'tabel.lead': 'Tabel OPD, jabatan, orang, pokja, dan operator desa sebagai XLSX atau CSV.',
} as const
