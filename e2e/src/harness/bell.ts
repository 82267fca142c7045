import { expect, type Page } from '@playwright/test'

/** The way to the inbox, which tells how many wait there. */
export const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Pemberitahuan/ })

export const NOTHING_UNREAD = 'Pemberitahuan'
export const SOMETHING_UNREAD = /^Pemberitahuan, \d+ belum dibaca$/

/** Opens the inbox, and leaves nothing unread: the demo has a past, of which people were told. */
export async function readAll(page: Page): Promise<void> {
  await page.goto('/pemberitahuan')
  const all = page.getByRole('button', { name: 'Tandai semua dibaca' })
  if (await all.isVisible()) await all.click()
  await expect(page.getByText('Semua sudah dibaca')).toBeVisible()
}
