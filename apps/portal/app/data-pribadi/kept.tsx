import type { PlainKey, Words } from '@mufakat/i18n'
import type { PrivacyNotice } from '@mufakat/services'
import { type Column, DataTable } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

interface Kept {
  readonly what: PlainKey
  readonly why: PlainKey
  readonly long: (words: Words, notice: PrivacyNotice) => string
  readonly who: PlainKey
}

type Days = keyof PrivacyNotice['retention']

const said =
  (key: PlainKey) =>
  (words: Words): string =>
    words.t(key)
const after =
  (days: Days) =>
  (words: Words, { retention }: PrivacyNotice): string =>
    words.t('pribadi.long.setelah', { n: retention[days] })

/** Everything that is kept about people. How long comes from the settings of now. */
const KEPT: readonly Kept[] = [
  {
    what: 'pribadi.what.akun',
    why: 'pribadi.ground.tugas',
    long: said('pribadi.long.akun'),
    who: 'pribadi.who.akun',
  },
  {
    what: 'pribadi.what.kontak',
    why: 'pribadi.ground.tugas',
    long: said('pribadi.long.akun'),
    who: 'pribadi.who.kontak',
  },
  {
    what: 'pribadi.what.hp',
    why: 'pribadi.ground.persetujuan',
    long: said('pribadi.long.hp'),
    who: 'pribadi.who.hp',
  },
  {
    what: 'pribadi.what.kunci',
    why: 'pribadi.ground.hukum',
    long: said('pribadi.long.kunci'),
    who: 'pribadi.who.kunci',
  },
  {
    what: 'pribadi.what.sesi',
    why: 'pribadi.ground.hukum',
    long: (words, { retention }) => words.t('pribadi.long.sesi', { n: retention.sessionDays }),
    who: 'pribadi.who.sesi',
  },
  {
    what: 'pribadi.what.naskah',
    why: 'pribadi.ground.hukum',
    long: said('pribadi.long.arsip'),
    who: 'pribadi.who.naskah',
  },
  {
    what: 'pribadi.what.kartu',
    why: 'pribadi.ground.hukum',
    long: said('pribadi.long.arsip'),
    who: 'pribadi.who.kartu',
  },
  {
    what: 'pribadi.what.laporan',
    why: 'pribadi.ground.hukum',
    long: said('pribadi.long.arsip'),
    who: 'pribadi.who.laporan',
  },
  {
    what: 'pribadi.what.berkas',
    why: 'pribadi.ground.hukum',
    long: (words, { fileDays }) => words.t('pribadi.long.berkas', { n: fileDays }),
    who: 'pribadi.who.naskah',
  },
  {
    what: 'pribadi.what.unduhan',
    why: 'pribadi.ground.hukum',
    long: after('accessDays'),
    who: 'pribadi.who.unduhan',
  },
  {
    what: 'pribadi.what.audit',
    why: 'pribadi.ground.hukum',
    long: said('pribadi.long.arsip'),
    who: 'pribadi.who.audit',
  },
  {
    what: 'pribadi.what.kabar',
    why: 'pribadi.ground.tugas',
    long: (words, { noticeDays }) => words.t('pribadi.long.kabar', { n: noticeDays }),
    who: 'pribadi.who.salinan',
  },
  {
    what: 'pribadi.what.ikut',
    why: 'pribadi.ground.tugas',
    long: said('pribadi.long.ikut'),
    who: 'pribadi.who.ikut',
  },
  {
    what: 'pribadi.what.surel',
    why: 'pribadi.ground.tugas',
    long: after('mailDays'),
    who: 'pribadi.who.admin',
  },
  {
    what: 'pribadi.what.tautan',
    why: 'pribadi.ground.tugas',
    long: after('linkDays'),
    who: 'pribadi.who.admin',
  },
  {
    what: 'pribadi.what.salinan',
    why: 'pribadi.ground.hukum',
    long: (words, { retention }) => words.t('pribadi.days', { n: retention.exportDays }),
    who: 'pribadi.who.salinan',
  },
]

export function KeptTable({ notice }: { notice: PrivacyNotice }) {
  const words = useAllWords()
  const columns: Column<Kept>[] = [
    { key: 'what', label: words.t('pribadi.column.what'), lead: true, cell: one => words.t(one.what) },
    { key: 'why', label: words.t('pribadi.column.why'), cell: one => words.t(one.why) },
    { key: 'long', label: words.t('pribadi.column.long'), cell: one => one.long(words, notice) },
    { key: 'who', label: words.t('pribadi.column.who'), cell: one => words.t(one.who) },
  ]
  return (
    <DataTable caption={words.t('pribadi.kept')} columns={columns} rows={KEPT} rowKey={one => one.what} />
  )
}
