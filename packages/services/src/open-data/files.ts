import { createHash } from 'node:crypto'
import { OPEN_INDICATOR_COLUMNS, OPEN_VALUE_COLUMNS, REGION_LICENCE } from '@mufakat/domain'
import { inTransaction, type ServiceContext } from '../context'
import { limitedAddress, limitedKey, requireAttempt } from '../rate-limit'
import { writeCsv } from '../tables/csv'
import { openCatalogue, openValues } from './read'
import type { OpenFile, OpenIndicator, OpenRegency, OpenValue } from './views'

/** From one network: an office of many that look at once, and a program that takes everything once an hour. */
const LIMIT = { capacity: 300, drainPerMinute: 60 }

export const OPEN_FORMATS = ['csv', 'json'] as const
export type OpenFormat = (typeof OPEN_FORMATS)[number]

type Cell = string | number | null

const finished = (body: string, format: OpenFormat): OpenFile => ({
  body,
  type: format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
  tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
})

const counted = (ctx: ServiceContext, address: string): Promise<void> =>
  inTransaction(ctx, tx =>
    requireAttempt(
      tx,
      [limitedKey(LIMIT, 'open data', limitedAddress(address))],
      ctx.clock.now(),
      'open data',
    ),
  )

/** Cells by the names of their columns; the order is that of the columns (domain, OD3). */
const row = <Column extends string>(
  columns: readonly Column[],
  cells: Readonly<Record<Column, Cell>>,
): Cell[] => columns.map(column => cells[column])

const metadataOf = (one: OpenIndicator) => ({
  konsep: one.concept,
  definisi: one.definitions.map(({ version, definition, breaks, year, quarter }) => ({
    ...{ versi: version, definisi: definition, sejak: { tahun: year, triwulan: quarter } },
    memutus_deret: breaks,
  })),
  klasifikasi: one.classification,
  satuan: one.unit,
  ukuran: one.measure,
  sumber: one.source,
  produsen: one.producer,
  periode: one.frequency,
  tingkat_wilayah: one.level,
  arah: one.direction,
  pengali: one.factor,
})

function indicatorCells(one: OpenIndicator, regency: OpenRegency) {
  const { latest } = one
  return {
    id: one.id,
    nama: one.name,
    strategi: one.strategy,
    program: one.programme,
    ...metadataOf(one),
    // Of all its versions a cell has the newest.
    definisi: one.definitions[0]?.definition ?? '',
    kode_wilayah: regency.code,
    tahun: latest?.year ?? null,
    triwulan: latest?.quarter ?? null,
    nilai: latest?.number ?? null,
    tidak_tersedia: latest?.notAvailable ? 'ya' : '',
    sifat: latest?.finality ?? '',
    tanggal_data: latest?.asOf ?? '',
    lisensi_wilayah: REGION_LICENCE.id,
  }
}

function valueCells(value: OpenValue, { id, name, unit }: OpenIndicator) {
  return {
    indikator_id: id,
    indikator: name,
    satuan: unit,
    kode_wilayah: value.regionCode,
    wilayah: value.region,
    tingkat_wilayah: value.level,
    tahun: value.year,
    triwulan: value.quarter,
    nilai: value.number,
    pembilang: value.numerator,
    penyebut: value.denominator,
    tidak_tersedia: value.notAvailable ? 'ya' : '',
    sifat: value.finality,
    tanggal_data: value.asOf,
    sumber: value.source,
    versi_definisi: value.definitionVersion,
    dihitung_dari: value.of,
    terisi: value.given,
    lisensi_wilayah: REGION_LICENCE.id,
  }
}

const told = (one: OpenIndicator) => ({
  ...{ id: one.id, nama: one.name, strategi: one.strategy, program: one.programme },
  metadata: metadataOf(one),
})

const headOf = (regency: OpenRegency) => ({
  wilayah: { kode: regency.code, nama: regency.name },
  lisensi_wilayah: REGION_LICENCE,
})

const asJson = (data: unknown): string => `${JSON.stringify(data, null, 1)}\n`

/** Every open indicator with its metadata and newest value. */
export async function openIndicatorsFile(
  ctx: ServiceContext,
  { format, address }: { format: OpenFormat; address: string },
): Promise<OpenFile> {
  await counted(ctx, address)
  const { regency, indicators } = await openCatalogue(ctx)
  if (format === 'csv') {
    const rows = indicators.map(one => row(OPEN_INDICATOR_COLUMNS, indicatorCells(one, regency)))
    return finished(writeCsv([OPEN_INDICATOR_COLUMNS, ...rows]), format)
  }
  const list = indicators.map(one => ({
    ...told(one),
    terbaru: one.latest && valueCells(one.latest, one),
  }))
  return finished(asJson({ ...headOf(regency), indikator: list }), format)
}

/** One of them, with every value that holds. */
export async function openValuesFile(
  ctx: ServiceContext,
  { id, format, address }: { id: string; format: OpenFormat; address: string },
): Promise<OpenFile> {
  await counted(ctx, address)
  const { regency, indicator, values } = await openValues(ctx, id)
  const cells = values.map(value => valueCells(value, indicator))
  return finished(
    format === 'csv'
      ? writeCsv([OPEN_VALUE_COLUMNS, ...cells.map(one => row(OPEN_VALUE_COLUMNS, one))])
      : asJson({ ...headOf(regency), ...told(indicator), nilai: cells }),
    format,
  )
}
