const plain = (head: string): string =>
  head
    .toLowerCase()
    .replace(/[._\-/\s]+/g, ' ')
    .trim()

/** What else than a person a column may name. */
const NAMES_NO_PERSON =
  /^(?:nama|name)(?: of)? (?:indikator|indicator|program|programme|kegiatan|wilayah|region|daerah|provinsi|kabupaten|kab|kecamatan|kec|desa|kelurahan|kel|opd|instansi|dinas|satuan|sumber|source|data|lokasi|kawasan|strategi)\b/

const OF_PERSONS: readonly RegExp[] = [
  // By name.
  /^(?:nama|name)\b/,
  /^(?:penduduk|warga|responden|penerima|kepala keluarga|krt|ibu kandung)$/,
  // By number.
  /\bnik\b/,
  /^(?:(?:no|nomor|nmr|id) ?)?(?:kk|nkk|ktp|kartu keluarga|npwp|paspor|bpjs|rekening)$/,
  /^(?:no|nomor) ?(?:hp|wa|telepon|telp|handphone)$/,
  /^(?:nokk|noktp|nohp|nonik)$/,
  // By where and when they were born, and live.
  /^alamat\b/,
  /^(?:tempat|tanggal|tgl|ttl) ?(?:lahir|tanggal lahir)?$/,
  /^(?:e ?mail|surel)$/,
]

/** `tanggal` alone is a day, and no day of birth. */
const HARMLESS = /^(?:tempat|tanggal|tgl)$/

/** A column that is about single persons, by what its head says (SPEC.md, IV1). */
export function isPersonalColumn(head: string): boolean {
  const said = plain(head)
  if (HARMLESS.test(said) || NAMES_NO_PERSON.test(said)) return false
  return OF_PERSONS.some(pattern => pattern.test(said))
}
