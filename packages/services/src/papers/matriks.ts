import {
  listContributionsOfRapat,
  listDistricts,
  listLinesOfRapat,
  listOpdRows,
  listTenggatPostponements,
  listVillages,
  type Queryable,
  type RapatRow,
  type SealedRecordRow,
} from '@mufakat/db'
import {
  dayIn,
  isCode,
  isPutOff,
  isTanggal,
  type LineFacts,
  PRIORITIES,
  STRATEGIES,
  TINDAK_LANJUT_STATUSES,
  type Zone,
} from '@mufakat/domain'
import { linesNow } from '../ratification/koreksi'

/** Names of kecamatan, and of desa with theirs: some desa have the same name. */
async function placesOf(db: Queryable): Promise<ReadonlyMap<string, string>> {
  const districts = new Map((await listDistricts(db)).map(one => [one.code, one.name]))
  const villages = (await listVillages(db)).map(
    one => [one.code, `${one.name}, ${districts.get(one.districtCode) ?? ''}`] as const,
  )
  return new Map([...districts, ...villages])
}

/**
 * Every tindak lanjut of a rapat in the order of its notula: what was decided, as its record with the Koreksi says where
 * there is one, and its state of now.
 */
export async function matriksRows(
  db: Queryable,
  rapat: RapatRow,
  records: readonly SealedRecordRow[],
  { number, zone }: { number: string; zone: Zone },
) {
  const [lines, postponements, opd, contributions, places] = await Promise.all([
    listLinesOfRapat(db, { rapatIds: [rapat.id], statuses: TINDAK_LANJUT_STATUSES }),
    listTenggatPostponements(db, [rapat.id]),
    listOpdRows(db),
    listContributionsOfRapat(db, rapat.id),
    placesOf(db),
  ])
  const corrected = linesNow(records)
  return lines
    .sort((a, b) => a.position - b.position)
    .map(line => {
      const said: LineFacts = corrected.get(line.lineId) ?? {
        text: line.text,
        owner: line.ownerOpdId,
        jabatan: line.jabatan,
        tenggat: line.tenggat,
        prioritas: line.priority,
        strategi: line.strategy,
      }
      const moved = postponements.filter(one => one.lineId === line.lineId)
      const moves = contributions.filter(one => one.lineId === line.lineId)
      const only = moves.length === 1 ? moves[0] : undefined
      const decided = said.tenggat != null && isTanggal(said.tenggat) ? said.tenggat : null
      return {
        rapatNumber: number,
        rapatTitle: rapat.title,
        rapatDate: rapat.date,
        text: said.text ?? '',
        detail: '',
        opd: opd.find(one => one.id === said.owner)?.name ?? '',
        jabatan: said.jabatan ?? '',
        tenggat: moved.at(-1)?.to ?? decided,
        postponed: moved.filter(isPutOff).length,
        decided,
        priority: isCode(PRIORITIES, said.prioritas) ? said.prioritas : null,
        status: line.status,
        finishedAt: line.finishedAt === null ? null : dayIn(zone, line.finishedAt),
        strategy: isCode(STRATEGIES, said.strategi) ? said.strategi : null,
        place: [...new Set(moves.flatMap(one => places.get(one.regionCode) ?? []))].join('; '),
        indicator: moves.map(one => one.name).join('; '),
        // Of several there is no sum: each has its own unit.
        target: only?.quantity ?? null,
        unit: only?.quantity == null ? '' : only.unit,
        achievement: null,
        obstacle: '',
        evidence: '',
        remarks: moved.at(-1)?.reason ?? '',
      }
    })
}
