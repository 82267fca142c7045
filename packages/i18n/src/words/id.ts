import { accountId } from './account.id'
import { adminId } from './admin.id'
import { adminBerkasId } from './admin-berkas.id'
import { auditId } from './audit.id'
import { bacakanId } from './bacakan.id'
import { berkasId } from './berkas.id'
import { buktiId } from './bukti.id'
import { cadanganId } from './cadangan.id'

import { capaianId } from './capaian.id'
import { daerahId } from './daerah.id'
import { dasborId } from './dasbor.id'
import { dataId } from './data.id'
import { editorId } from './editor.id'
import { hadirId } from './hadir.id'
import { imporId } from './impor.id'
import { izinId } from './izin.id'
import { kabarId } from './kabar.id'
import { kartuId } from './kartu.id'
import { keamananId } from './keamanan.id'
import { keptId } from './kept.id'
import { kertasId } from './kertas.id'
import { komentarId } from './komentar.id'
import { kontribusiId } from './kontribusi.id'
import { kunciId } from './kunci.id'
import { lanjutanId } from './lanjutan.id'
import { laporId } from './lapor.id'

import { laporanId } from './laporan.id'
import { liburId } from './libur.id'
import { nikId } from './nik.id'
import { offlineId } from './offline.id'
import { operasiId } from './operasi.id'
import { organisasiId } from './organisasi.id'
import { pageId } from './page.id'
import { papanId } from './papan.id'
import { peopleId } from './people.id'
import { pribadiId } from './pribadi.id'
import { pribadiAdminId } from './pribadi-admin.id'
import { riwayatId } from './riwayat.id'
import { sahkanId } from './sahkan.id'
import { salinanId } from './salinan.id'
import { sasaranId } from './sasaran.id'
import { seriId } from './seri.id'
import { siapkanId } from './siapkan.id'
import { surelId } from './surel.id'
import { tabelId } from './tabel.id'
import { tampilanId } from './tampilan.id'
import { tamuId } from './tamu.id'
import { targetId } from './target.id'
import { tempelId } from './tempel.id'
import { tteId } from './tte.id'
import { ukuranId } from './ukuran.id'
import { undanganId } from './undangan.id'

/** The Indonesian catalogue: the first language, whose keys and placeholders every other one must have. */
export const id = {
  ...pageId,
  ...riwayatId,
  ...editorId,
  ...keptId,
  ...kertasId,
  ...komentarId,
  ...nikId,
  ...offlineId,
  ...adminId,
  ...operasiId,
  ...cadanganId,
  ...adminBerkasId,
  ...organisasiId,
  ...peopleId,
  ...accountId,
  ...kunciId,
  ...auditId,
  ...pribadiId,
  ...pribadiAdminId,
  ...sahkanId,
  ...salinanId,
  ...siapkanId,
  ...tabelId,
  ...imporId,
  ...sasaranId,
  ...capaianId,
  ...laporanId,
  ...dataId,
  ...surelId,
  ...daerahId,
  ...dasborId,
  ...bacakanId,
  ...berkasId,
  ...keamananId,
  ...izinId,
  ...tamuId,
  ...seriId,
  ...lanjutanId,
  ...undanganId,
  ...tteId,
  ...hadirId,
  ...papanId,
  ...kartuId,
  ...kontribusiId,
  ...buktiId,
  ...tampilanId,
  ...tempelId,
  ...liburId,
  ...laporId,
  ...ukuranId,
  ...targetId,
  ...kabarId,
} as const
