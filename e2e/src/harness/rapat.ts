import { expect, type Page } from '@playwright/test'
import { demoRakor, TODAY } from './demo-days'
import { textReady } from './notula-page'

/** The coming rakor of the demo in the list, as somebody finds it. */
async function findComing(page: Page) {
  const { tw, title } = demoRakor(0)
  await page.goto(`/rapat?tw=${tw}`)
  const link = page.getByRole('link', { name: title }).first()
  const address = await link.getAttribute('href')
  if (address === null) throw new Error('the demo has no coming rapat')
  return { link, address }
}

/** Its address, without going there. */
export const comingAddress = async (page: Page): Promise<string> => (await findComing(page)).address

/** Goes there; answers its address. */
export async function openComing(page: Page): Promise<string> {
  const { link, address } = await findComing(page)
  await link.click()
  await page.waitForURL(`**${address}`)
  return address
}

/** The same, once its text can be written in. */
export async function openNotula(page: Page): Promise<string> {
  const address = await openComing(page)
  await textReady(page)
  return address
}

/** Moves a rapat on, from its own page. */
export async function setStatus(page: Page, status: string): Promise<void> {
  await page.locator('summary', { hasText: 'Ubah status' }).click()
  await page.getByRole('button', { name: `Jadikan ${status}` }).click()
  await expect(page.getByText(`Status menjadi ${status}`).first()).toBeVisible()
}

/** A rapat of one's own, led by the Wakil Bupati and written by the sekretariat, with every OPD; answers its address. */
export async function makeRapat(page: Page, title: string): Promise<string> {
  await page.goto('/rapat/baru')
  await page.getByLabel('Judul rapat').fill(title)
  await page.getByLabel('Tanggal').fill(TODAY)
  await page.getByLabel('Mulai (WIB)').fill('09:00')
  for (const [field, name] of [
    ['Pimpinan rapat', /Wakil Bupati/],
    ['Notulis', /Sekretariat TKPKD|Sekretariat/],
  ] as const) {
    const option = page.getByLabel(field).locator('option', { hasText: name }).first()
    await page.getByLabel(field).selectOption((await option.getAttribute('value')) ?? '')
  }
  await page.getByRole('button', { name: 'Pilih semua' }).click()
  await page.getByRole('button', { name: 'Buat rapat' }).click()
  await page.waitForURL(/\/rapat\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

const APPROVED = /^Persetujuan Anda tercatat|^Catatan tersegel/
const CHANGED = 'Notula berubah sejak halaman ini dibuka. Tidak ada yang disimpan.'

/**
 * Approves a notula as it stands, after `reading` it; anew when an edit came in since the page did. Each try is waited
 * for until it is decided: a second press by who has approved already finds nothing to press.
 */
export async function approve(page: Page, rapat: string, reading = async () => {}): Promise<void> {
  const changed = page.getByText(CHANGED)
  await expect
    .poll(
      async () => {
        await page.goto(`${rapat}/pengesahan`)
        await reading()
        await page.getByLabel(/^Saya sudah memeriksanya/).check()
        await page.getByRole('button', { name: 'Sahkan' }).click()
        await expect(page.getByText(APPROVED).or(changed).first()).toBeVisible({ timeout: 20_000 })
        return changed.isVisible()
      },
      { timeout: 60_000 },
    )
    .toBe(false)
}
