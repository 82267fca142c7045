import type { adminId } from './admin.id'

export const adminEn: Record<keyof typeof adminId, string> = {
  'admin.title': 'Settings',
  'admin.lead': 'What holds for the whole regency. Every change here is recorded.',
  'admin.sections': 'Sections of the settings',

  'admin.wilayah': 'Regions',
  'admin.wilayah.lead': 'Districts and villages with their codes of the Ministry of Home Affairs.',
  'admin.wilayah.count': '{n} {n|district|districts}',
  'admin.wilayah.kecamatan': '{name} District',
  'admin.wilayah.desa': '{n} {n|rural village|rural villages}',
  'admin.wilayah.kelurahan': '{n} {n|urban village|urban villages}',
  'admin.wilayah.kind.desa': 'rural village',
  'admin.wilayah.kind.kelurahan': 'urban village',
  'admin.wilayah.empty': 'No district yet',
}
