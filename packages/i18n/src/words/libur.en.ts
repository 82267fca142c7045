import type { liburId } from './libur.id'

export const liburEn: Record<keyof typeof liburId, string> = {
  'libur.title': 'Holidays',
  'libur.lead': 'National holidays and collective leave: used by the calendar and reminders.',
  'libur.year': 'Year {year}',
  'libur.year.before': 'Year {year}',
  'libur.year.list': 'Choose a year',
  'libur.list': 'Holidays of {year}',
  'libur.count': '{n} {n|day|days}',
  'libur.empty': 'No holidays for this year yet',
  'libur.empty.help': 'Enter them from this year’s joint decree, one by one or from a file.',
  'libur.date': 'Date',
  'libur.name': 'Name',
  'libur.kind': 'Kind',
  'libur.add': 'Add or change a holiday',
  'libur.add.help': 'A day that is named already gets what is said now.',
  'libur.save': 'Save',
  'libur.remove': 'Remove',
  'libur.remove.of': 'Remove {date}, {name}',
  'libur.fixed': 'Fill in {n} holidays of fixed date in {year}',
  'libur.fixed.help':
    '1 January, 1 May, 1 June, 17 August and 25 December. All others follow each year’s decree.',
  'libur.import': 'Import CSV or XLSX',
  'libur.saved': 'The holiday was saved.',
  'libur.removed': 'The holiday was removed.',
  'tabel.name.libur': 'Holidays',
  'tabel.about.libur':
    'Date (tanggal), name (nama) and kind (jenis: nasional or cuti_bersama). Known by the date.',
}
