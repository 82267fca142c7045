import type { adminId } from './admin.id'

export const adminEn: Record<keyof typeof adminId, string> = {
  'admin.title': 'Settings',
  'admin.lead': 'What holds for the whole regency. Every change here is recorded.',
  'admin.sections': 'Sections of the settings',

  'admin.saved': 'Changes saved.',
  'admin.setup.open': 'Setting up is not finished.',
  'admin.setup.go-on': 'Go on setting up',

  'admin.daerah': 'Regency',
  'admin.daerah.lead': 'Name of the regency, letterhead, time, legal bases and data sources.',

  'admin.wilayah': 'Regions',
  'admin.wilayah.lead': 'Districts and villages with their codes of the Ministry of Home Affairs.',
  'admin.wilayah.count': '{n} {n|district|districts}',
  'admin.wilayah.kecamatan': '{name} District',
  'admin.wilayah.desa': '{n} {n|rural village|rural villages}',
  'admin.wilayah.kelurahan': '{n} {n|urban village|urban villages}',
  'admin.wilayah.kind.desa': 'rural village',
  'admin.wilayah.kind.kelurahan': 'urban village',
  'admin.wilayah.empty': 'No district yet',
  'admin.wilayah.inactive': 'inactive',
  'admin.wilayah.empty.help': 'Import the tables from CSV above.',
  'admin.wilayah.csv.kecamatan': 'Download districts',
  'admin.wilayah.csv.desa': 'Download villages',

  'admin.templat': 'Meeting template',
  'admin.templat.lead': 'Title, time and standing agenda that “New meeting” starts from.',
}
