// The second step at the door: an app's codes, recovery codes, and a role that must have one.
import type { Page } from '@playwright/test'
import { DEMO_PASSWORD, expect, fillSignIn, look, setUpApp, signIn, test } from './harness'

test('a person adds an app, signs in with its code, and takes it off again', async ({ browser }) => {
  test.setTimeout(120_000)
  // Everything here is forms: nothing of it needs script.
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, 'kepala.dinsos')
  const app = await setUpApp(page)
  const code = page.getByLabel(/^(Kode|Tulis kode yang tampil)$/)

  await code.fill('000000')
  await page.getByRole('button', { name: 'Aktifkan' }).click()
  await expect(page.getByText('Kode tidak cocok')).toBeVisible()
  const first = app.generate()
  await code.fill(first)
  await page.getByRole('button', { name: 'Aktifkan' }).click()
  await expect(page.getByRole('heading', { name: 'Simpan kode pemulihan Anda' })).toBeVisible()
  const codes = await page
    .getByRole('listitem')
    .filter({ hasText: /^\w{4}-\w{4}-\w{4}-\w{4}$/ })
    .allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByRole('link', { name: 'Sudah saya simpan' }).click()
  await expect(page.getByText('10 dari 10 kode belum dipakai')).toBeVisible()

  await test.step('the code that turned it on opens nothing more; a recovery code does, once', async () => {
    await page.context().clearCookies()
    await page.goto('/rapat')
    await fillSignIn(page, 'kepala.dinsos')
    await expect(page).toHaveURL(/\/masuk\/kode\?ke=%2Frapat$/)
    await code.fill(first)
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await expect(page.getByText('Kode tidak cocok atau sudah dipakai')).toBeVisible()
    // Neither the waiting sign-in nor its cookie opens a page.
    await page.goto('/rapat')
    await expect(page).toHaveURL(/\/masuk\?ke=/)
    await page.goto('/masuk/kode?ke=%2Frapat')
    await code.fill(codes[0]?.toUpperCase() ?? '')
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await expect(page).toHaveURL(/\/rapat$/)
  })

  await test.step('password and code take it off', async () => {
    await page.goto('/profil/keamanan')
    await expect(page.getByText('9 dari 10 kode belum dipakai')).toBeVisible()
    await page.getByText('Lepas aplikasi').first().click()
    await page.getByLabel('Kata sandi').fill(DEMO_PASSWORD)
    await code.fill(codes[1] ?? '')
    await page.getByRole('button', { name: 'Lepas aplikasi' }).click()
    await expect(page.getByText('Aplikasi autentikator dilepas.')).toBeVisible()
    await expect(page.getByText('Belum aktif')).toBeVisible()
  })
  await context.close()
})

test('the pages of the second step are well in every look', async ({ page }) => {
  test.setTimeout(240_000)
  await signIn(page, 'kepala.perkim')
  await page.goto('/profil/keamanan')
  await look(page, 'keamanan')
  const app = await setUpApp(page)
  await look(page, 'keamanan-aplikasi')
  await page.getByLabel('Tulis kode yang tampil').fill(app.generate())
  await page.getByRole('button', { name: 'Aktifkan' }).click()
  await look(page, 'keamanan-kode')
  const [code = ''] = await page
    .getByRole('listitem')
    .filter({ hasText: /^\w{4}-/ })
    .allTextContents()
  await page.goto('/profil/keamanan')
  await page.getByText('Lepas aplikasi').first().click()
  await look(page, 'keamanan-aktif')

  await page.context().clearCookies()
  await page.goto('/masuk')
  await fillSignIn(page, 'kepala.perkim')
  await look(page, 'masuk-kode')
  await page.getByLabel('Kode').fill('keliru')
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await look(page, 'masuk-kode-keliru')
  await page.getByLabel('Kode').fill(code)
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.waitForURL(url => url.pathname === '/')
  await page.goto('/profil/keamanan')
  const rest = await renewed(page)
  await page.goto('/profil/keamanan')
  await page.getByText('Lepas aplikasi').first().click()
  await page.getByLabel('Kata sandi').fill(DEMO_PASSWORD)
  await page.getByRole('textbox', { name: 'Kode' }).fill(rest[0] ?? '')
  await page.getByRole('button', { name: 'Lepas aplikasi' }).click()
  await expect(page.getByText('Belum aktif')).toBeVisible()
})

async function renewed(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Buat kode baru' }).click()
  return page
    .getByRole('listitem')
    .filter({ hasText: /^\w{4}-/ })
    .allTextContents()
}

test('a passkey is the second step, and then the only one', async ({ page }) => {
  test.setTimeout(240_000)
  const authenticator = await virtualAuthenticator(page)
  await signIn(page, 'staf.perkim')
  await page.goto('/profil/keamanan/kunci')
  await look(page, 'keamanan-kunci')
  await page.getByLabel('Nama').fill('Ponsel dinas')
  await page.getByRole('button', { name: 'Tambah kunci sandi' }).click()
  await expect(page.getByRole('heading', { name: 'Simpan kode pemulihan Anda' })).toBeVisible()
  await page.goto('/profil/keamanan')
  await expect(page.getByText('Ponsel dinas')).toBeVisible()
  await look(page, 'keamanan-kunci-ada')

  await page.context().clearCookies()
  await page.goto('/masuk')
  await fillSignIn(page, 'staf.perkim')
  await expect(page).toHaveURL(/\/masuk\/kode/)
  await look(page, 'masuk-kode-kunci')
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click()
  await page.waitForURL(url => url.pathname === '/')

  await page.context().clearCookies()
  await page.goto('/masuk?ke=%2Frapat')
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await expect(page).toHaveURL(/\/rapat$/)

  await test.step('who gives up, or does not verify, stays at the door', async () => {
    await page.context().clearCookies()
    await page.goto('/masuk')
    await authenticator.verify(false)
    await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
    await expect(page.getByText(/^Dibatalkan, atau perangkat ini/)).toBeVisible()
    await authenticator.verify(true)
    await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
    await page.waitForURL(url => url.pathname === '/')
  })

  await page.goto('/profil/keamanan')
  await page.getByRole('button', { name: 'Hapus kunci sandi Ponsel dinas' }).click()
  await expect(page.getByText('Kunci sandi dihapus.')).toBeVisible()
  await page.context().clearCookies()
  await page.goto('/masuk')
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await expect(page.getByText(/^Kunci sandi tidak dikenali/)).toBeVisible()
})

/** The authenticator of the platform, as Chromium plays it. */
async function virtualAuthenticator(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    verify: (isUserVerified: boolean) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

test('a role that must have a second step opens nothing else until there is one', async ({ browser }) => {
  test.setTimeout(240_000)
  const admin = await (await browser.newContext()).newPage()
  await signIn(admin, 'admin')
  await admin.goto('/admin/keamanan')
  await look(admin, 'admin-keamanan')
  const pimpinan = admin.getByLabel(/^Pimpinan/)
  const days = admin.getByLabel('Tenggang (hari)')
  const save = admin.getByRole('button', { name: 'Simpan' })

  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'wabup')
  await pimpinan.check()
  await days.fill('3')
  await save.click()
  await expect(admin.getByText('Aturan langkah kedua tersimpan.')).toBeVisible()
  await test.step('within the days of grace it is said at the door, and everything works', async () => {
    await context.clearCookies()
    await signIn(page, 'wabup')
    await expect(page).toHaveURL(/\/profil\/keamanan\?ke=/)
    await look(page, 'keamanan-tenggang')
    await page.getByRole('link', { name: 'Nanti, lanjut ke halaman' }).click()
    await page.waitForURL(url => url.pathname === '/')
  })

  await days.fill('0')
  await save.click()
  await expect(admin.getByText('Aturan langkah kedua tersimpan.')).toBeVisible()
  for (const path of ['/', '/rapat', '/profil', '/profil/keamanan']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/profil\/keamanan$/)
  }
  // Nor does an action answer, or an open socket.
  const action = await page.request.post('/kunci-jurnal', {
    form: { deviceId: crypto.randomUUID() },
    headers: { Origin: new URL(page.url()).origin },
    maxRedirects: 0,
  })
  expect([action.status(), action.headers().location]).toEqual([302, '/profil/keamanan'])
  await look(page, 'keamanan-wajib')
  const app = await setUpApp(page)
  await look(page, 'keamanan-wajib-aplikasi')
  await page.getByLabel('Tulis kode yang tampil').fill(app.generate())
  await page.getByRole('button', { name: 'Aktifkan' }).click()
  await page.goto('/rapat')
  await expect(page).toHaveURL(/\/rapat$/)

  await test.step('an admin helps whose device is lost, which ends the sessions', async () => {
    await pimpinan.uncheck()
    await save.click()
    await admin.getByLabel('E-mail atau NIP').fill('wabup@demo.local')
    await admin.getByRole('button', { name: 'Cari', exact: true }).click()
    await expect(admin.getByText('aplikasi autentikator', { exact: true })).toBeVisible()
    await look(admin, 'admin-keamanan-hilang')
    await admin.getByLabel(/Saya sudah memastikan/).check()
    await admin.getByRole('button', { name: 'Lepas langkah kedua' }).click()
    await expect(admin.getByText('Langkah kedua dilepas dan semua sesi diakhiri.')).toBeVisible()
    await page.goto('/rapat')
    await expect(page).toHaveURL(/\/masuk\?ke=/)
    await signIn(page, 'wabup')
    await page.waitForURL(url => url.pathname === '/')
  })
  await admin.context().close()
  await context.close()
})
