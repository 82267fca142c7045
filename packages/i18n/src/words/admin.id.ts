/** Words of Pengaturan: its frame, and the facts of the regency. */
export const adminId = {
  'admin.title': 'Pengaturan',
  'admin.lead': 'Yang berlaku untuk seluruh kabupaten. Setiap perubahan di sini tercatat.',
  'admin.sections': 'Bagian pengaturan',

  'admin.wilayah': 'Wilayah',
  'admin.wilayah.lead': 'Kecamatan, desa, dan kelurahan dengan kode Kemendagri.',
  'admin.wilayah.count': '{n} kecamatan',
  'admin.wilayah.kecamatan': 'Kecamatan {name}',
  'admin.wilayah.desa': '{n} desa',
  'admin.wilayah.kelurahan': '{n} kelurahan',
  'admin.wilayah.kind.desa': 'desa',
  'admin.wilayah.kind.kelurahan': 'kelurahan',
  'admin.wilayah.empty': 'Belum ada kecamatan',
} as const
