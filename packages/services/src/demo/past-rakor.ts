import type { SeedItem, SeedLine } from '@mufakat/doc-model'
import type { TindakLanjutStatus } from '@mufakat/domain'
import { addDays } from '@mufakat/domain'
import { randomId } from '@mufakat/kernel'
import type { DemoFacts } from './lines'
import { butir, judul, keputusan, kutipan, menyebut, p, tindakLanjut } from './lines'
import { DEMO_TEMPLATE } from './template'

/*
 * The notula of the past rakor. Figures are those published with source and date; whatever is not public
 * (names, letter numbers, hectares, results per desa) is left open in the text instead of made up.
 */

const pembukaan = (): SeedLine[] => [
  p('Rapat dibuka oleh Wakil Bupati selaku ketua TKPKD pada pukul 09.00 WIB di Aula Bappelitbangda.'),
  p(
    'Pimpinan rapat menyampaikan terima kasih kepada seluruh OPD, para camat, BPS dan pendamping yang hadir, dan mengingatkan bahwa rapat triwulanan ini adalah tempat menagih janji, bukan tempat menyampaikan laporan yang sudah dibaca.',
  ),
  kutipan('Yang belum selesai kita sebut belum selesai, lalu kita cari siapa yang menolong.'),
  p(
    'Dasar pelaksanaan: Inpres Nomor 8 Tahun 2025 tentang optimalisasi pelaksanaan pengentasan kemiskinan dan penghapusan kemiskinan ekstrem.',
  ),
  p(
    'Arahan: setiap OPD membawa satu inovasi dan satu mitra di luar pemerintah daerah yang benar-benar bekerja di lapangan.',
  ),
]

const PEMBUKAAN_LANJUT: SeedLine[] = [
  p(
    'Notulis membacakan tata tertib: setiap penanggung jawab berbicara paling lama lima menit, keputusan dirumuskan di layar dan disepakati sebelum pindah ke acara berikutnya.',
  ),
  p(
    'Peserta yang mewakili kepala OPD menyebutkan jabatannya dan bersedia menyampaikan keputusan rapat kepada pimpinannya pada hari yang sama.',
  ),
]

const tindakLanjutLalu = (facts: DemoFacts): SeedLine[] => [
  p(
    'Bappelitbangda membacakan tindak lanjut triwulan sebelumnya satu per satu; penanggung jawab menyebutkan status dan bukti dukungnya.',
  ),
  menyebut(
    facts,
    '{Dinsos} dan {Disdukcapil} melaporkan bahwa padanan data penerima bantuan dengan daftar terverifikasi masih berjalan; kendala utama adalah alamat yang berubah setelah pemekaran dusun.',
  ),
  menyebut(
    facts,
    '{PUPR} menyampaikan bahwa rencana jalan lingkungan pada kawasan kumuh menunggu kesepakatan metode penanganan per lokasi dari {Perkim}.',
  ),
  p(
    'Rapat mencatat bahwa tindak lanjut tanpa bukti dukung tidak dinyatakan selesai, dan dibawa kembali ke rapat triwulan berikutnya.',
  ),
  keputusan(
    'Tindak lanjut triwulan sebelumnya yang belum selesai dilanjutkan dengan tenggat baru dan penanggung jawab yang sama.',
  ),
]

const verval = (facts: DemoFacts, id: string): SeedLine[] => [
  p(
    'Dinsos memaparkan alur verval: daftar pusat diteruskan Bappelitbangda ke kecamatan, diperiksa desa/kelurahan menurut nama dan alamat, lalu dikembalikan melalui kecamatan sebelum batas waktu.',
  ),
  p(
    'Setelah verval tahun 2024 tercatat 1.422 jiwa miskin ekstrem, yaitu 0,7 persen dari 201.227 jiwa. Angka ini menjadi pijakan; angka triwulan berjalan baru dinyatakan setelah seluruh desa mengembalikan hasilnya.',
  ),
  p('Para camat menyampaikan hambatan di lapangan:'),
  butir(
    'Warga bekerja di kebun pada siang hari, sehingga pendataan lebih berhasil pada sore dan malam hari.',
  ),
  butir('Beberapa desa memiliki nama yang sama di kecamatan lain; berkas wajib menyebut kecamatan.'),
  butir(
    'Sinyal tidak ada di sebagian dusun; petugas membawa formulir kertas dan menyalinnya di kantor kecamatan.',
  ),
  p(
    'BPS mengingatkan beda pengertian keluarga dan jiwa, serta beda garis kemiskinan ekstrem sebelum dan sesudah perubahan ambang; setiap angka ditulis dengan satuan, sumber dan tanggal.',
  ),
  p(
    'Disepakati bahwa petugas hanya mencatat hasil dan jumlah. Nama, alamat dan nomor kependudukan tidak ditulis dalam notula maupun lampirannya.',
  ),
  keputusan(
    'Verval diselesaikan desa/kelurahan melalui kecamatan sebelum tenggat, dan hasilnya ditetapkan dengan SK Bupati.',
  ),
  tindakLanjut(facts, {
    id,
    text: 'Menyerahkan hasil verval seluruh desa di kecamatan disertai berita acara yang ditandatangani',
    owner: 'Kec. Kota Mukomuko',
    jabatan: 'Camat Kota Mukomuko',
    tenggat: addDays(facts.today, -9),
    prioritas: 'mendesak',
    strategi: 'c',
  }),
]

const capaian = (): SeedLine[] => [
  p('Bappelitbangda memaparkan capaian menuju nol persen menurut tiga strategi.'),
  {
    kind: 'tabel',
    text: 'Angka yang telah diumumkan, dengan sumber dan tahunnya',
    table: [
      ['Indikator', 'Nilai', 'Sumber dan tahun'],
      ['Penduduk miskin', '10,76 %', 'BPS, 2023'],
      ['Kemiskinan ekstrem', '1.422 jiwa (0,7 %)', 'Verval, 2024'],
      ['Stunting (survei)', '22,2 %', 'SKI, 2023'],
      ['Stunting (pencatatan)', '4,73 % (524 dari 11.083)', 'e-PPGBM, Februari 2025'],
      ['Kawasan kumuh', '28 lokasi', 'Keputusan Bupati, 2023'],
    ],
  },
  p(
    'Angka stunting dari survei dan dari pencatatan berbeda jauh karena cara ukurnya berbeda; keduanya ditampilkan berdampingan dan tidak dirata-ratakan.',
  ),
  judul('Tiga strategi'),
  butir('Pengurangan beban pengeluaran: bantuan sosial, jaminan kesehatan, dan pangan.'),
  butir('Peningkatan pendapatan: pelatihan kerja, padat karya, dan usaha mikro.'),
  butir('Penurunan kantong kemiskinan: rumah tidak layak huni, air minum, sanitasi, dan kawasan kumuh.'),
  keputusan(
    'Penanganan kemiskinan ekstrem dibagi kepada OPD pengampu bidang masing-masing menurut arahan pimpinan.',
  ),
]

const kumuh = (facts: DemoFacts, ids: { plan: string; rtlh: string }): SeedLine[] => [
  p(
    'Perkim memaparkan 28 lokasi perumahan dan permukiman kumuh menurut Keputusan Bupati Nomor 100-115 Tahun 2023. Penanganannya dibagi atas pemugaran, peremajaan dan permukiman kembali.',
  ),
  menyebut(
    facts,
    'Jalan dan drainase lingkungan ditangani {PUPR}, persampahan {DLH}, air minum dan sanitasi {Perkim}. Urutan pekerjaan disepakati agar galian tidak membongkar jalan yang baru selesai.',
  ),
  p('Tahun ini penanganan dipusatkan di Kecamatan Kota Mukomuko.'),
  p(
    'Usulan rumah tidak layak huni lebih dari 3.500 unit (Januari 2025), sedangkan yang tersedia dalam APBD 2025 sebanyak 40 unit; rapat meminta sumber lain dicari bersama, termasuk dari dunia usaha dan Baznas.',
  ),
  p(
    'Camat mengusulkan agar warga dilibatkan sejak penentuan metode; permukiman kembali hanya ditempuh bila lokasi asal membahayakan.',
  ),
  keputusan(
    'Penanganan 28 lokasi kawasan kumuh dilaksanakan lintas OPD; Perkim memusatkan pekerjaan di Kecamatan Kota Mukomuko tahun ini.',
  ),
  tindakLanjut(facts, {
    id: ids.plan,
    text: 'Menyusun rencana penanganan per lokasi kumuh dengan metode dan tahun pelaksanaan, bersama PUPR dan DLH',
    owner: 'Perkim',
    jabatan: 'Kepala Dinas Perkim',
    tenggat: addDays(facts.today, 5),
    prioritas: 'tinggi',
    strategi: 'c',
  }),
  tindakLanjut(facts, {
    id: ids.rtlh,
    text: 'Mengajukan usulan rumah tidak layak huni untuk anggaran tahun berikutnya',
    owner: 'Perkim',
    jabatan: 'Kepala Dinas Perkim',
    tenggat: addDays(facts.today, -16),
    prioritas: 'sedang',
    strategi: 'c',
  }),
]

const kesehatan = (facts: DemoFacts, id: string): SeedLine[] => [
  p(
    'Dinas Kesehatan menyampaikan pelayanan di 17 puskesmas dan penimbangan bulanan di posyandu; balita yang tidak datang dikunjungi kader.',
  ),
  p(
    'DP2KBP3A melaporkan pendampingan keluarga berisiko dan meminta daftar keluarga sasaran disamakan dengan hasil verval.',
  ),
  p(
    'Rapat menyepakati bahwa desa lokus stunting dan desa kantong kemiskinan ditangani dengan satu jadwal kunjungan.',
  ),
  tindakLanjut(facts, {
    id,
    text: 'Melaksanakan intervensi stunting di desa lokus dengan pengukuran setiap bulan, bersama DP2KBP3A',
    owner: 'Dinkes',
    jabatan: 'Kepala Dinas Kesehatan',
    tenggat: addDays(facts.today, 20),
    prioritas: 'tinggi',
    strategi: 'a',
  }),
]

const inovasi = (facts: DemoFacts, ids: { bansos: string; usaha: string }): SeedLine[] => [
  p(
    'Setiap OPD menyebutkan satu inovasi dan satu mitra. Perusahaan perkebunan diharapkan mengarahkan tanggung jawab sosialnya ke desa yang telah diverifikasi.',
  ),
  p(
    'Disperindagkop-UKM menawarkan pelatihan usaha rumahan bagi keluarga hasil verval; DPMD menyiapkan pelibatan badan usaha milik desa.',
  ),
  keputusan(
    'Setiap OPD membawa inovasi dan mitra penurunan kemiskinan ekstrem, dan melaporkannya setiap triwulan.',
  ),
  tindakLanjut(facts, {
    id: ids.bansos,
    text: 'Memadankan penerima bantuan sosial dengan daftar hasil verval, bersama Disdukcapil',
    owner: 'Dinsos',
    jabatan: 'Kepala Dinas Sosial',
    tenggat: addDays(facts.today, 2),
    prioritas: 'mendesak',
    strategi: 'a',
  }),
  tindakLanjut(facts, {
    id: ids.usaha,
    text: 'Menyusun program kerja dan usaha bagi keluarga hasil verval, bersama DPMD',
    owner: 'Disperindagkop-UKM',
    jabatan: 'Kepala Disperindagkop-UKM',
    tenggat: addDays(facts.today, 34),
    prioritas: 'sedang',
    strategi: 'b',
  }),
]

const penutup = (): SeedLine[] => [
  p('Keputusan dan tindak lanjut dibacakan kembali oleh notulis dan disepakati oleh seluruh peserta.'),
  p('Rapat koordinasi berikutnya dilaksanakan pada triwulan mendatang; undangan disampaikan Bappelitbangda.'),
  p('Rapat ditutup oleh Wakil Bupati pada pukul 12.05 WIB.'),
]

export interface PastRakor {
  readonly items: SeedItem[]
  /** States that the tindak lanjut have reached since, by line id. */
  readonly statuses: ReadonlyMap<string, TindakLanjutStatus>
  /** Under which stands what the rakor before left to do. */
  readonly carriedItemId: string
  /** For which there was no time. */
  readonly leftItemId: string
}

export function pastRakor(facts: DemoFacts): PastRakor {
  const ids = {
    verval: randomId(),
    plan: randomId(),
    rtlh: randomId(),
    stunting: randomId(),
    bansos: randomId(),
    usaha: randomId(),
  }
  const texts: SeedLine[][] = [
    [...pembukaan(), ...PEMBUKAAN_LANJUT],
    tindakLanjutLalu(facts),
    verval(facts, ids.verval),
    capaian(),
    kumuh(facts, ids),
    kesehatan(facts, ids.stunting),
    inovasi(facts, ids),
    penutup(),
  ]
  const items = DEMO_TEMPLATE.agenda.map((item, i) => ({ ...item, id: randomId(), lines: texts[i] ?? [] }))
  const left = {
    id: randomId(),
    title: 'Pemetaan mitra dunia usaha per kecamatan',
    minutes: 15,
    presenter: 'Disperindagkop-UKM',
    lines: [p('Waktu tidak mencukupi; acara ini dibawa ke rapat triwulan berikutnya.')],
  }
  return {
    items: [...items.slice(0, -1), left, ...items.slice(-1)],
    carriedItemId: items[1]?.id ?? '',
    leftItemId: left.id,
    statuses: new Map<string, TindakLanjutStatus>([
      [ids.plan, 'berjalan'],
      [ids.rtlh, 'selesai'],
      [ids.stunting, 'berjalan'],
      [ids.bansos, 'menunggu_verifikasi'],
    ]),
  }
}
