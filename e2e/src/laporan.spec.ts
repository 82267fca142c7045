// The report of a triwulan as the pimpinan take it along, values by file, and what is open to everybody.
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import type { Locator, Page } from '@playwright/test'
import { expect, look, PLAIN, test, triwulanOfToday } from './harness'

/** The parts of an archive by their names; enough for what we write ourselves. */
function partsOf(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  let at = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const count = bytes.readUInt16LE(at + 10)
  at = bytes.readUInt32LE(at + 16)
  for (let n = 0; n < count; n += 1) {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
    const [method, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 42)]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(from, from + packed)
    parts.set(name, (method === 0 ? body : inflateRawSync(body)).toString('utf8'))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

const plain = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** The rows of a sheet, each cell as it stands in the file. */
function rowsOf(parts: ReadonlyMap<string, string>, sheet: number): string[][] {
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(one =>
    plain(one[1] ?? ''),
  )
  const xml = parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? ''
  return [...xml.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(row =>
    [...(row[1] ?? '').matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
      ([, attributes = '', inner = '']) => {
        const value = plain(/<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? inner)
        return /t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : value
      },
    ),
  )
}

/** What a press downloads, at once or when it is made. */
async function taken(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download', { timeout: 60_000 })
  await button.click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** Names and values of a list of figures. */
async function figuresOf(page: Page): Promise<Map<string, string>> {
  const box = page.getByRole('region', { name: 'Ringkasan' })
  const [names, values] = await Promise.all([
    box.getByRole('term').allTextContents(),
    box.getByRole('definition').allTextContents(),
  ])
  return new Map(names.map((name, at) => [name, values[at] ?? '']))
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test('the pimpinan write their note and take the report along; its figures are those of the page', async ({
  openAs,
}) => {
  test.setTimeout(240_000)
  const triwulan = triwulanOfToday()
  const page = await openAs('bupati')
  await page.goto(`/laporan?tw=${triwulan.tw}`)
  await expect(page.getByRole('heading', { level: 1, name: `Laporan ${triwulan.name}` })).toBeVisible()
  await page.getByLabel('Catatan untuk triwulan ini').fill('Percepat penyaluran di tiga kecamatan.')
  await page.getByRole('button', { name: 'Simpan catatan' }).click()
  const note = page.getByRole('region', { name: 'Catatan pimpinan' })
  await expect(note.locator('blockquote')).toHaveText('Percepat penyaluran di tiga kecamatan.')
  await look(page, 'laporan')

  const figures = await figuresOf(page)
  expect(Number(figures.get('Tindak lanjut'))).toBeGreaterThan(0)
  const indicators = page.getByRole('region', { name: /^Strategi A/ }).getByRole('row')
  const said = await indicators.nth(1).getByRole('cell').allTextContents()

  const xlsx = await taken(page, page.getByRole('button', { name: 'Buat Excel' }))
  expect(xlsx.name).toBe(`Laporan ${triwulan.name}.xlsx`)
  const parts = partsOf(xlsx.bytes)
  const summary = new Map(rowsOf(parts, 1).map(([name = '', value = '']) => [name, value]))
  for (const [name, value] of figures) {
    const inSheet = summary.get(name) ?? summary.get(`Indikator: ${name}`)
    if (/^\d+$/.test(value)) expect([name, inSheet]).toEqual([name, value])
    else if (value.endsWith('%'))
      expect([name, `${Math.round(Number(inSheet) * 1_000) / 10}%`.replace('.', ',')]).toEqual([name, value])
    else expect([name, inSheet?.replace('.', ',')]).toEqual([name, value])
  }
  // The matriks holds as many tindak lanjut as the page counts.
  expect(rowsOf(parts, 3).length - 1).toBe(Number(figures.get('Tindak lanjut')))

  const docx = await taken(page, page.getByRole('button', { name: 'Buat Word' }))
  const text = plain((partsOf(docx.bytes).get('word/document.xml') ?? '').replaceAll('</w:p>', ' '))
  for (const word of [`LAPORAN ${triwulan.name.toUpperCase()}`, 'Percepat penyaluran di tiga kecamatan.'])
    expect(text).toContain(word)
  // Capaian, as the page says it.
  expect(text).toContain(said.at(3) ?? '')
  const pdf = await taken(page, page.getByRole('button', { name: 'Buat PDF' }))
  expect([pdf.name, pdf.bytes.toString('latin1', 0, 5)]).toEqual([`Laporan ${triwulan.name}.pdf`, '%PDF-'])

  const staff = await openAs('staf.perkim')
  expect((await staff.goto('/laporan'))?.status()).toBe(403)
})

test('what is public is read and taken along by everybody, without an account and without script', async ({
  openBrowser,
  openAs,
  baseURL,
}) => {
  const page = await openBrowser(PLAIN)
  await page.goto('/data')
  await expect(page.getByRole('heading', { name: 'Data terbuka indikator' })).toBeVisible()
  await expect(page.getByText('Balita ditimbang di posyandu (contoh)')).toHaveCount(0)
  const shown = await openBrowser()
  await shown.goto('/data')
  await look(shown, 'data')
  await page.getByRole('link', { name: 'Stunting menurut pendataan (e-PPGBM)' }).click()
  await expect(page.getByRole('region', { name: 'Metadata' })).toContainText('Dinas Kesehatan')
  const region = page.getByRole('region', { name: 'Nilai terbaru' })
  await expect(region).toContainText('4,73%')
  await shown.goto(page.url())
  await look(shown, 'data-indikator')
  const csv = await page.request.get(`${page.url()}/nilai.csv`)
  const lines = (await csv.text())
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
  expect(lines[0]).toMatch(/^indikator_id,indikator,satuan,kode_wilayah,/)
  expect(lines.filter(line => line.includes(',4.728,524,11083,'))).toHaveLength(1)
  const tag = csv.headers().etag ?? ''
  const again = await page.request.get(`${page.url()}/nilai.csv`, { headers: { 'If-None-Match': tag } })
  expect(again.status()).toBe(304)
  const json = await (await page.request.get(`${baseURL}/data/indikator.json`)).json()
  expect(json.lisensi_wilayah.id).toBe('ODbL-1.0')
  expect(JSON.stringify(json)).not.toContain('Balita ditimbang')

  // One that is internal is not there, for who may see it inside neither.
  const inside = await openAs('sekretariat')
  await inside.goto('/target')
  const link = inside.getByRole('link', { name: 'Balita ditimbang di posyandu (contoh)' }).first()
  const id = /[0-9a-f-]{36}/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? ''
  expect((await page.request.get(`${baseURL}/data/${id}/nilai.csv`)).status()).toBe(404)
})

test('values by file: persons are refused, every row is judged first, and what is taken out comes back the same', async ({
  openAs,
}) => {
  const page = await openAs('sekretariat')
  await page.goto('/target/impor')
  await expect(page.getByRole('heading', { level: 1, name: 'Impor nilai indikator' })).toBeVisible()
  await look(page, 'impor')
  const check = async (chosen: ReturnType<typeof file>) => {
    await page.getByLabel('Berkas XLSX atau CSV').setInputFiles(chosen)
    await page.getByRole('button', { name: 'Periksa dahulu' }).click()
  }
  await check(
    file('penduduk.csv', 'NIK;Nama;indikator;tahun;triwulan;nilai\n1706010101900001;Budi;KPM PKH;2026;2;1\n'),
  )
  await expect(page.getByRole('alert')).toContainText('Berkas ditolak: kolom A')
  await expect(page.getByText('Budi')).toHaveCount(0)

  const head = 'indikator;tahun;triwulan;nilai;tanggal_data;alasan'
  await check(
    file(
      'nilai.csv',
      `${head}\nKPM PKH;2026;2;8.123;2026-06-30;\nKPM PKH;2026;9;8;2026-06-30;\nKPM PKH;2024;4;7.900;2024-12-31;\n`,
    ),
  )
  const review = page.getByRole('region', { name: 'Hasil pemeriksaan' })
  await expect(review).toContainText('Semua atau tidak sama sekali: 2 baris salah')
  await expect(review).toContainText('Sel C3 (triwulan): triwulan 1–4 atau I–IV')
  await expect(review).toContainText('Sel F4 (alasan): nilai yang berlaku diganti: tulis alasannya')
  await look(page, 'impor-putusan')
  const verdicts = await taken(page, review.getByRole('button', { name: /Unduh putusan/ }))
  expect(verdicts.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(4)
  await review.getByRole('button', { name: 'Terapkan hanya 1 baris yang benar' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 nilai diterapkan.' })).toBeVisible()

  const taking = await taken(page, page.getByRole('button', { name: 'Unduh CSV' }))
  expect(taking.bytes.toString('utf8')).toContain(',KPM PKH,2026,2,8123,')
  await check({ name: 'nilai.csv', mimeType: 'text/csv', buffer: Buffer.from(taking.bytes) })
  await expect(review).toContainText('Tidak ada yang perlu diubah.')
})
