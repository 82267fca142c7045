import type { SeedLine } from '@mufakat/doc-model'
import type { DemoFacts } from './lines'
import { butir, judul, menyebut, p } from './lines'

/** What has been prepared so far under the standing items of the coming rakor; most of it is still to be written. */
export function comingRakor(facts: DemoFacts): (SeedLine[] | undefined)[] {
  return [
    [p('Catatan sekretariat: sambutan Wakil Bupati, lalu pembacaan tata tertib rapat.')],
    [
      p(
        'Dibahas satu per satu menurut tenggat. Penanggung jawab menyiapkan bukti dukung sebelum hari rapat.',
      ),
      butir('Hasil verval Kecamatan Kota Mukomuko beserta berita acara.'),
      butir('Rencana penanganan per lokasi kumuh.'),
      butir('Padanan penerima bantuan sosial dengan daftar hasil verval.'),
    ],
    [menyebut(facts, 'Paparan disiapkan {Dinsos}; rekap per kecamatan diserahkan tiga hari sebelum rapat.')],
    undefined,
    [
      judul('Bahan dari Perkim'),
      menyebut(
        facts,
        '{Perkim} membawa peta kerja Kecamatan Kota Mukomuko; {PUPR} dan {DLH} melengkapi jadwalnya.',
      ),
    ],
  ]
}
