// The signed PDF of a ratified notula: brought back from SRIKANDI, fetched again, and known by whoever has the file.
import { readFile } from 'node:fs/promises'
import { openDatabase } from '@mufakat/db'
import { signedPdf } from '@mufakat/testing'
import type { Page } from '@playwright/test'
import { expect, look, signIn, test } from './harness'

const UNSIGNED = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
const fileOf = (buffer: Buffer, name = 'notula-tte.pdf') => ({ name, mimeType: 'application/pdf', buffer })
/** The same with one byte that is another. */
function altered(pdf: Buffer): Buffer {
  const copy = Buffer.from(pdf)
  copy[10] = (copy[10] ?? 0) ^ 1
  return copy
}

/** The rakor of the demo that is ratified, and the code of its record. */
async function ratified(databaseUrl: string): Promise<{ rapat: string; code: string }> {
  const { sql, close } = openDatabase(databaseUrl, { max: 1 })
  const [row] = await sql<{ id: string; code: string }[]>`
    select r.id, s.code from sealed_record s join rapat r on r.id = s.rapat_id
    where r.is_example and s.number = 0 order by s.at limit 1`
  await close()
  if (row === undefined) throw new Error('the demo has no ratified notula')
  return { rapat: `/rapat/${row.id}`, code: row.code }
}

async function bring(page: Page, srikandi: string, pdf: Buffer): Promise<void> {
  const form = page.locator('summary', { hasText: /^Tambah salinan/ })
  if ((await page.getByLabel('Nomor SRIKANDI').isVisible()) === false) await form.click()
  await page.getByLabel('Nomor SRIKANDI').fill(srikandi)
  await page.getByLabel('PDF bertanda tangan').setInputFiles(fileOf(pdf))
  await page.getByRole('button', { name: 'Simpan salinan' }).click()
}

const choose = (page: Page, file: Buffer, name?: string) =>
  page.getByLabel('Pilih PDF').setInputFiles(fileOf(file, name))

test('a signed copy is brought back, and known by its file', async ({ browser, page, databaseUrl }) => {
  test.setTimeout(180_000)
  const { rapat, code } = await ratified(databaseUrl)
  const [first, second] = [signedPdf('a'), signedPdf('b')]

  await test.step('before, the page that checks says that there is none', async () => {
    await page.goto(`/periksa/${code}`)
    await expect(page.getByText('Belum ada')).toBeVisible()
    await choose(page, first)
    await expect(page.getByText(/^Tidak sama/)).toBeVisible()
  })

  await signIn(page, 'sekretariat')
  await test.step('an unsigned PDF is refused with the reason, and what was typed stays', async () => {
    await page.goto(`${rapat}/pengesahan`)
    await expect(page.getByText('Belum ada salinan bertanda tangan.')).toBeVisible()
    await bring(page, 'T/400.14.6/123/2026', UNSIGNED)
    await expect(page.getByText(/^PDF ini belum bertanda tangan elektronik/)).toBeVisible()
    await expect(page.getByLabel('Nomor SRIKANDI')).toHaveValue('T/400.14.6/123/2026')
    await look(page, 'salinan-ditolak')
    await bring(page, 'tanpa angka', first)
    await expect(page.getByText(/^Nomor terdiri atas/)).toBeVisible()
  })

  await test.step('a signed one is kept, also without script; the newest holds', async () => {
    await bring(page, 'T/400.14.6/123/2026', first)
    await expect(page.getByText('Salinan bertanda tangan elektronik tersimpan.')).toBeVisible()
    const bare = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'id-ID',
      storageState: await page.context().storageState(),
    })
    const plain = await bare.newPage()
    await plain.goto(`${rapat}/pengesahan`)
    await bring(plain, 'T/400.14.6/124/2026', second)
    await expect(plain.getByText('Salinan bertanda tangan elektronik tersimpan.')).toBeVisible()
    await bare.close()
    await page.goto(`${rapat}/pengesahan`)
    await page.getByText('Salinan lama (1)').click()
    await look(page, 'salinan')
  })

  await test.step('who takes part fetches it, byte for byte', async () => {
    const context = await browser.newContext({ locale: 'id-ID' })
    const opd = await context.newPage()
    await signIn(opd, 'kepala.perkim')
    await opd.goto(`${rapat}/pengesahan`)
    await expect(opd.locator('summary', { hasText: /^Tambah salinan/ })).toHaveCount(0)
    const download = opd.waitForEvent('download')
    await opd.getByRole('link', { name: 'Unduh T/400.14.6/124/2026' }).click()
    const fetched = await download
    expect(fetched.suggestedFilename()).toMatch(/^Notula \d{4}-\d\d-\d\d bertanda tangan\.pdf$/)
    expect(await readFile(await fetched.path())).toEqual(second)
    await context.close()
  })

  const visitor = await browser.newContext({ locale: 'id-ID' })
  const anybody = await visitor.newPage()
  const sent: number[] = []
  anybody.on('request', request => sent.push(request.postDataBuffer()?.length ?? 0))
  await test.step('anybody compares a file in the browser, without sending it', async () => {
    await anybody.goto('/periksa')
    await look(anybody, 'periksa-berkas')
    await choose(anybody, second)
    await anybody.waitForURL(new RegExp(`/periksa/${code}\\?hash=[0-9a-f]{64}`))
    await expect(anybody.getByText(/^Sama: .*T\/400\.14\.6\/124\/2026/)).toBeVisible()
    await look(anybody, 'periksa-sama')
    await choose(anybody, altered(second))
    await expect(anybody.getByText(/^Tidak sama: berkas ini/)).toBeVisible()
    await look(anybody, 'periksa-beda')
    await choose(anybody, first)
    await expect(anybody.getByText(/sudah ada yang lebih baru/)).toBeVisible()
    await choose(anybody, Buffer.from('bukan PDF'), 'catatan.pdf')
    await expect(anybody.getByText('Berkas ini bukan PDF.')).toBeVisible()
    await choose(anybody, Buffer.alloc(0))
    await expect(anybody.getByText('Berkas ini kosong.')).toBeVisible()
    await look(anybody, 'periksa-bukan-pdf')
    await anybody.goto('/periksa')
    await choose(anybody, altered(first))
    await expect(anybody.getByText(/^Berkas ini tidak tersegel di Mufakat/)).toBeVisible()
    expect(sent.every(bytes => bytes === 0)).toBe(true)
  })

  await test.step('and over plain http, where the browser has no hash of its own', async () => {
    const plain = await visitor.newPage()
    await plain.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }))
    await plain.goto('/periksa')
    await choose(plain, second)
    await expect(plain.getByText(/^Sama: .*T\/400\.14\.6\/124\/2026/)).toBeVisible()
    // Dropped, not chosen; and large enough to take a while.
    await plain.evaluate(size => {
      const bytes = new Uint8Array(size)
      bytes.set(new TextEncoder().encode('%PDF-1.7\n'))
      const data = new DataTransfer()
      data.items.add(new File([bytes], 'besar.pdf', { type: 'application/pdf' }))
      const box = document.getElementById('pilih-berkas')
      box?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }, 40_000_000)
    await expect(plain.getByText(/^Tidak sama/)).toBeVisible({ timeout: 30_000 })
  })
  await visitor.close()
})
