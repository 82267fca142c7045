import type { BrowserContext, Page } from '@playwright/test'

/** The demo's accounts. */
export const ACCOUNTS = [
  'admin',
  'sekretariat',
  'bupati',
  'wabup',
  'kepala.perkim',
  'staf.perkim',
  'kepala.dinkes',
  'kepala.dinsos',
  'tamu',
] as const
export type Account = (typeof ACCOUNTS)[number]

export const DEMO_PASSWORD = 'mufakat-demo'

const isDoor = (url: URL) => url.pathname === '/masuk'

/** Fills the door's form, on whichever page of it one is, and sends it. */
export async function fillSignIn(page: Page, account: Account): Promise<void> {
  await page.getByLabel(/^(E-mail atau NIP|E-mail or NIP)$/).fill(`${account}@demo.local`)
  await page.getByLabel(/^(Kata sandi|Password)$/).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: /^(Masuk|Sign in)$/ }).click()
}

/** Signs in as a person would, and waits until the page after it stands. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/masuk')
  await fillSignIn(page, account)
  await page.waitForURL(url => !isDoor(url))
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** Cookies of sessions that began at the door, by account; those of an earlier system are begun anew. */
const kept = new Map<Account, Cookies>()

/**
 * Comes in by a session that began at the door earlier, as who returns the next day: for specs that tell of what is
 * behind it. One that has ended meanwhile is begun anew.
 */
export async function comeIn(page: Page, account: Account): Promise<void> {
  await page.context().clearCookies()
  await page.context().addCookies(kept.get(account) ?? [])
  await page.goto('/')
  if (!isDoor(new URL(page.url()))) return
  await signIn(page, account)
  kept.set(account, await page.context().cookies())
}
