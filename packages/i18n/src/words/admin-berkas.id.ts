/** Words of Pengaturan about files. */
export const adminBerkasId = {
  'admin.berkas': 'Berkas',
  'admin.berkas.lead': 'Batas ukuran, ruang tiap OPD, dan masa simpan berkas yang dihapus.',
  'admin.berkas.limits': 'Batas',
  'admin.berkas.max': 'Ukuran terbesar satu berkas (MB)',
  'admin.berkas.max.help': '1 sampai 500.',
  'admin.berkas.quota': 'Ruang tiap OPD (MB)',
  'admin.berkas.quota.help': 'Termasuk yang dihapus, sampai masa simpannya habis. 2.048 MB = 2 GB.',
  'admin.berkas.retention': 'Masa simpan berkas yang dihapus (hari)',
  'admin.berkas.retention.help': 'Sesudah itu isinya dibuang untuk selamanya; catatannya tetap ada.',
  'admin.berkas.scanner': 'Bila pemindai virus tidak menjawab',
  'admin.berkas.scanner.refuse': 'Tolak berkas sampai pemindai menjawab lagi',
  'admin.berkas.scanner.accept': 'Terima tanpa dipindai',
  'admin.berkas.scanner.help':
    'Pemindai (clamd) diatur dengan CLAMD_URL di server; tanpa itu berkas tidak dipindai.',
  'admin.berkas.saved': 'Pengaturan berkas tersimpan.',
  'admin.berkas.use': 'Ruang terpakai',
  'admin.berkas.use.empty': 'Belum ada berkas',
  'admin.berkas.use.opd': 'OPD',
  'admin.berkas.use.count': 'Berkas',
  'admin.berkas.use.bytes': 'Terpakai',
  'admin.berkas.use.share': 'Bagian',
} as const
