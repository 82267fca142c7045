/** Words of Pengaturan: its frame, and the facts of the regency. */
export const adminId = {
  'admin.title': 'Pengaturan',
  'admin.lead': 'Yang berlaku untuk seluruh kabupaten. Setiap perubahan di sini tercatat.',
  'admin.sections': 'Bagian pengaturan',

  'admin.saved': 'Perubahan tersimpan.',
  'admin.setup.open': 'Penyiapan belum selesai.',
  'admin.setup.go-on': 'Lanjutkan penyiapan',

  'admin.daerah': 'Daerah',
  'admin.daerah.lead': 'Nama kabupaten, kop surat, waktu, dasar hukum, dan sumber data.',

  'admin.wilayah': 'Wilayah',
  'admin.wilayah.lead': 'Kecamatan, desa, dan kelurahan dengan kode Kemendagri.',
  'admin.wilayah.count': '{n} kecamatan',
  'admin.wilayah.kecamatan': 'Kecamatan {name}',
  'admin.wilayah.desa': '{n} desa',
  'admin.wilayah.kelurahan': '{n} kelurahan',
  'admin.wilayah.kind.desa': 'desa',
  'admin.wilayah.kind.kelurahan': 'kelurahan',
  'admin.wilayah.empty': 'Belum ada kecamatan',
  'admin.wilayah.inactive': 'tidak aktif',
  'admin.wilayah.empty.help': 'Impor tabelnya dari CSV di atas.',
  'admin.wilayah.csv.kecamatan': 'Unduh kecamatan',
  'admin.wilayah.csv.desa': 'Unduh desa',

  'admin.templat': 'Templat rapat',
  'admin.templat.lead': 'Judul, waktu, dan acara baku yang mengisi “Buat rapat”.',
} as const
