import { listCards, listIndicatorNames, putContribution, type Tx } from '@mufakat/db'
import { WHOLE_REGENCY } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'

/** By how the tindak lanjut begins: the indicator that it moves, and by how much, where that was said. */
const CONTRIBUTIONS: readonly (readonly [begins: string, indicator: string, quantity: number | null])[] = [
  ['Menyusun rencana penanganan per lokasi kumuh', 'Kawasan kumuh', 28],
  ['Menyusun rencana jalan lingkungan', 'Luas kawasan kumuh', null],
  ['Menyusun jadwal angkutan sampah', 'Kawasan kumuh', null],
  ['Mengajukan usulan rumah tidak layak huni', 'Rumah tidak layak huni diperbaiki', 40],
  ['Melaksanakan intervensi stunting', 'Stunting menurut pendataan (e-PPGBM)', null],
]

/** Says of tindak lanjut of the example which indicators they move. */
export async function insertContributions(tx: Tx, by: { addedBy: string; addedAt: Date }): Promise<void> {
  const indicators = new Map((await listIndicatorNames(tx)).map(one => [one.name, one.id]))
  const cards = await listCards(tx, 'all')
  for (const [begins, indicator, quantity] of CONTRIBUTIONS) {
    const indicatorId = defined(indicators.get(indicator), indicator)
    for (const { id: cardId } of cards.filter(card => card.title.startsWith(begins)))
      await putContribution(tx, { cardId, indicatorId, quantity, regionCode: WHOLE_REGENCY, ...by })
  }
}
