// Signing in through a provider of identities: a real one, on this machine.
import { startIssuer } from '@mufakat/testing/issuer'
import { expect, look, signIn, test } from './harness'

test('people sign in through a provider, and hear why when they cannot', async ({ browser, baseURL }) => {
  test.setTimeout(240_000)
  const issuer = await startIssuer([`${baseURL}/masuk/sso/balik`])
  const admin = await (await browser.newContext()).newPage()
  await signIn(admin, 'admin')
  await admin.goto('/admin/sso')
  const fill = (label: string, text: string) => admin.getByLabel(label, { exact: true }).fill(text)
  const save = () => admin.getByRole('button', { name: 'Simpan' }).click()
  await admin.getByLabel('Tampilkan tombolnya di halaman masuk').check()
  await fill('Nama', 'SSO Kabupaten')
  await fill('Issuer', 'http://sso.contoh.id')
  await save()
  await expect(admin.getByText('Tulis alamat lengkap yang diawali https://.').first()).toBeVisible()
  await look(admin, 'admin-sso-keliru')
  await fill('Issuer', issuer.url)
  await fill('Alamat otorisasi (authorization endpoint)', `${issuer.url}/auth`)
  await fill('Alamat token (token endpoint)', `${issuer.url}/token`)
  await fill('Alamat kunci (jwks_uri)', `${issuer.url}/jwks`)
  await fill('Client ID', issuer.clientId)
  await fill('Client secret', issuer.clientSecret)
  await fill('Scope', 'openid profile email groups')
  await fill('Kelompok dan peran', 'dinkes = kepala_opd')
  await save()
  await expect(admin.getByText('Pengaturan SSO tersimpan.')).toBeVisible()
  await look(admin, 'admin-sso')
  expect(await admin.content()).not.toContain(issuer.clientSecret)

  const page = await (await browser.newContext()).newPage()
  const button = page.getByRole('link', { name: 'Masuk dengan SSO Kabupaten' })
  await page.goto('/rapat')
  await look(page, 'masuk-sso')
  issuer.people.set('p-1', { email: 'kepala.dinkes@demo.local', email_verified: true, groups: ['dinkes'] })
  issuer.who = 'p-1'
  await button.click()
  await expect(page).toHaveURL(/\/rapat$/)

  await test.step('who is not known, not verified, or gives up, is told so', async () => {
    const stranger = await (await browser.newContext()).newPage()
    const attempt = async (who: string | null) => {
      issuer.who = who
      // The provider would know them again.
      await stranger.context().clearCookies()
      await stranger.goto('/masuk')
      await stranger.getByRole('link', { name: 'Masuk dengan SSO Kabupaten' }).click()
    }
    issuer.people.set('p-2', { email: 'tidak.ada@contoh.id', email_verified: true })
    issuer.people.set('p-3', { email: 'staf.perkim@demo.local', email_verified: false })
    await attempt('p-2')
    await expect(stranger.getByText('Akun SSO Kabupaten Anda belum punya akun di sini.')).toBeVisible()
    await look(stranger, 'masuk-sso-ditolak')
    await attempt('p-3')
    await expect(stranger.getByText('SSO Kabupaten belum memastikan e-mail atau NIP Anda.')).toBeVisible()
    await attempt(null)
    await expect(stranger.getByText('Masuk lewat SSO Kabupaten dibatalkan.')).toBeVisible()
    // An answer that this browser did not leave for.
    await stranger.goto('/masuk/sso/balik?code=x&state=y')
    await expect(stranger.getByText('Terlalu lama, atau jawaban itu sudah dipakai.')).toBeVisible()
    await stranger.goto('/rapat')
    await expect(stranger).toHaveURL(/\/masuk\?ke=/)
    await stranger.context().close()
  })

  await test.step('a provider that is down is down for its button alone', async () => {
    await issuer.close()
    const other = await (await browser.newContext()).newPage()
    await signIn(other, 'sekretariat')
    await expect(other).toHaveURL(url => url.pathname === '/')
    await other.context().close()
  })
  await admin.getByLabel('Tampilkan tombolnya di halaman masuk').uncheck()
  await save()
  await page.goto('/keluar')
  await page.context().clearCookies()
  await page.goto('/masuk')
  await expect(button).toBeHidden()
  await page.context().close()
  await admin.context().close()
})
