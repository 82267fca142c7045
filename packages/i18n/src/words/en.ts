import type { Catalogue } from '../catalogue'
import { accountEn } from './account.en'
import { adminEn } from './admin.en'
import { adminBerkasEn } from './admin-berkas.en'
import { auditEn } from './audit.en'
import { bacakanEn } from './bacakan.en'
import { berkasEn } from './berkas.en'
import { buktiEn } from './bukti.en'
import { cadanganEn } from './cadangan.en'

import { capaianEn } from './capaian.en'
import { daerahEn } from './daerah.en'
import { dasborEn } from './dasbor.en'
import { dataEn } from './data.en'
import { editorEn } from './editor.en'
import { hadirEn } from './hadir.en'
import { imporEn } from './impor.en'
import { izinEn } from './izin.en'
import { kabarEn } from './kabar.en'
import { kartuEn } from './kartu.en'
import { keamananEn } from './keamanan.en'
import { keptEn } from './kept.en'
import { kertasEn } from './kertas.en'
import { komentarEn } from './komentar.en'
import { kontribusiEn } from './kontribusi.en'
import { kunciEn } from './kunci.en'
import { lanjutanEn } from './lanjutan.en'
import { laporEn } from './lapor.en'

import { laporanEn } from './laporan.en'
import { liburEn } from './libur.en'
import { nikEn } from './nik.en'
import { offlineEn } from './offline.en'
import { operasiEn } from './operasi.en'
import { organisasiEn } from './organisasi.en'
import { pageEn } from './page.en'
import { papanEn } from './papan.en'
import { peopleEn } from './people.en'
import { pribadiEn } from './pribadi.en'
import { pribadiAdminEn } from './pribadi-admin.en'
import { riwayatEn } from './riwayat.en'
import { sahkanEn } from './sahkan.en'
import { salinanEn } from './salinan.en'
import { sasaranEn } from './sasaran.en'
import { seriEn } from './seri.en'
import { siapkanEn } from './siapkan.en'
import { surelEn } from './surel.en'
import { tabelEn } from './tabel.en'
import { tampilanEn } from './tampilan.en'
import { tamuEn } from './tamu.en'
import { targetEn } from './target.en'
import { tempelEn } from './tempel.en'
import { tteEn } from './tte.en'
import { ukuranEn } from './ukuran.en'
import { undanganEn } from './undangan.en'

export const en: Catalogue = {
  ...pageEn,
  ...riwayatEn,
  ...editorEn,
  ...keptEn,
  ...kertasEn,
  ...komentarEn,
  ...nikEn,
  ...offlineEn,
  ...adminEn,
  ...operasiEn,
  ...cadanganEn,
  ...adminBerkasEn,
  ...organisasiEn,
  ...peopleEn,
  ...accountEn,
  ...kunciEn,
  ...auditEn,
  ...pribadiEn,
  ...pribadiAdminEn,
  ...sahkanEn,
  ...salinanEn,
  ...siapkanEn,
  ...tabelEn,
  ...imporEn,
  ...sasaranEn,
  ...capaianEn,
  ...laporanEn,
  ...dataEn,
  ...surelEn,
  ...daerahEn,
  ...dasborEn,
  ...bacakanEn,
  ...berkasEn,
  ...keamananEn,
  ...izinEn,
  ...tamuEn,
  ...seriEn,
  ...lanjutanEn,
  ...undanganEn,
  ...tteEn,
  ...hadirEn,
  ...papanEn,
  ...kartuEn,
  ...kontribusiEn,
  ...buktiEn,
  ...tampilanEn,
  ...tempelEn,
  ...liburEn,
  ...laporEn,
  ...ukuranEn,
  ...targetEn,
  ...kabarEn,
}
