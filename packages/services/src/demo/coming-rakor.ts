import type { SeedItem, SeedLine } from '@mufakat/doc-model'
import type { DemoFacts } from './lines'
import { butir, judul, menyebut, p } from './lines'
import { DEMO_TEMPLATE } from './template'

/** The standing items of the coming rakor with what has been prepared so far; most of it is still to be written. */
export function comingRakor(facts: DemoFacts): SeedItem[] {
  const prepared: (SeedLine[] | undefined)[] = [
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
  return DEMO_TEMPLATE.agenda.map((item, i) => ({ ...item, lines: prepared[i] ?? [] }))
}
