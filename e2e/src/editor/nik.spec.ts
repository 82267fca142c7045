import { expect, test } from './bench'

const NIK = '1706010101800001'
const MASKED = '••••••••••••0001'

test.use({ viewport: { width: 1280, height: 900 } })

test.beforeEach(async ({ bench }) => {
  await bench.open('peers=1')
})

test('[X4] a typed NIK is marked, told of, shown and masked; one step takes it back', async ({
  bench,
  page,
}) => {
  const text = bench.text(0, 2)
  await text.click()
  await page.keyboard.type(`Warga ${NIK}`)
  await expect(text.locator('.nt-nik').first()).toHaveText(NIK.slice(0, -1))
  const notice = page.getByRole('status').filter({ hasText: '1 nomor di notula ini mirip NIK' })
  await expect(notice).toBeVisible()
  // Typing was not held up, and goes on where it was.
  await page.keyboard.type(' hadir')
  expect(await bench.lines(0, 2)).toEqual([`paragraf:Warga ${NIK} hadir`])

  await page.getByRole('textbox', { name: 'Judul acara 1' }).focus()
  await page.getByRole('button', { name: 'Lihat' }).click()
  await expect(text).toBeFocused()
  await page.getByRole('button', { name: 'Samarkan' }).click()
  expect(await bench.lines(0, 2)).toEqual([`paragraf:Warga ${MASKED} hadir`])
  await expect(notice).toHaveCount(0)
  await page.getByRole('button', { name: 'Urungkan' }).last().click()
  expect(await bench.lines(0, 2)).toEqual([`paragraf:Warga ${NIK} hadir`])
  await expect(notice).toBeVisible()
})

test('[X4] pasted, in a cell, in a title and in a jabatan: all are counted and masked together', async ({
  bench,
  page,
}) => {
  await bench.text(0, 0).click()
  await page.evaluate(html => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, `<p>Daftar: ${NIK}</p><p>KK 1706 0101 0180 0002</p>`)
  await bench.text(0, 1).locator('td .nt-text').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(` ${NIK}`)
  const title = page.getByRole('textbox', { name: 'Judul acara 3' })
  await title.fill(`Penutup ${NIK}`)
  await expect(title).toHaveAccessibleDescription(/mirip NIK atau KK/)
  await expect(page.getByText('4 nomor di notula ini mirip NIK')).toBeVisible()
  await page.getByRole('button', { name: 'Samarkan' }).click()
  await expect(page.getByText('nomor di notula ini mirip NIK')).toHaveCount(0)
  expect(JSON.stringify(await bench.content(0))).not.toMatch(/1706.?0101/)
  await expect(title).toHaveValue(`Penutup ${MASKED}`)
})

test('[X4] a number that goes on growing is not told of, and a put-off one waits for news', async ({
  bench,
  page,
}) => {
  const text = bench.text(0, 2)
  await text.click()
  await page.keyboard.type('NIP 198002292005011001 ')
  await expect(text.locator('.nt-nik')).toHaveCount(0)
  await page.keyboard.type(NIK)
  await page.getByRole('button', { name: 'Nanti saja' }).click()
  await expect(page.getByText('nomor di notula ini mirip NIK')).toHaveCount(0)
  await text.click()
  await page.keyboard.press('End')
  await page.keyboard.type(` dan ${NIK}`)
  await expect(page.getByText('2 nomor di notula ini mirip NIK')).toBeVisible()
})

test('[X4] a composition that makes one is not broken off', async ({ bench }) => {
  const text = bench.text(0, 2)
  await text.click()
  const ime = await bench.composer()
  await ime.compose(NIK.slice(0, 15))
  await ime.compose(NIK)
  await ime.commit(NIK)
  await expect(text.locator('.nt-nik')).not.toHaveCount(0)
  expect(await bench.lines(0, 2)).toEqual([`paragraf:${NIK}`])
})
