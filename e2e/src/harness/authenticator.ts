import { expect, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'

const STEP_MS = 30_000

/** The app on the person's phone, as the page sets it up; its codes are asked for with the real clock. */
export async function setUpApp(page: Page): Promise<TOTP> {
  await page.goto('/profil/keamanan')
  await page.getByRole('button', { name: 'Pasang aplikasi' }).click()
  await expect(page.getByRole('img', { name: /Kode QR/ })).toBeVisible()
  const typed = await page.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()
  return new TOTP({ secret: Secret.fromBase32(typed?.replaceAll(' ', '') ?? '') })
}

/** What the app shows next, which is taken already: a code that was used is taken no second time. */
export const nextCode = (app: TOTP): string => app.generate({ timestamp: Date.now() + STEP_MS })
