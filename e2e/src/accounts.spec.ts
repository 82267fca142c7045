// An account's life as people meet it: invited, in, its password lost and set anew, ended on another device.
import type { Browser, Page } from '@playwright/test'
import { expect, look, signIn, test } from './harness'

const FIRST = 'perahu bocor di muara'
const SECOND = 'kerbau lewat pematang'

async function fresh(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'id-ID' })
  return context.newPage()
}

async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/masuk')
  await page.getByLabel('E-mail atau NIP').fill(login)
  await page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL(url => url.pathname !== '/masuk')
}

/** The path of the link that stands on the page this once. */
async function handedLink(page: Page): Promise<string> {
  const shown = await page.getByText(/\/(?:undangan|atur-kata-sandi)\//).textContent()
  return new URL(/https?:\S+/.exec(shown ?? '')?.[0] ?? '').pathname
}

async function choosePassword(page: Page, path: string, password: string): Promise<void> {
  await page.goto(path)
  await page.getByLabel('Kata sandi baru').fill(password)
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await expect(page.getByText('Kata sandi tersimpan. Silakan masuk.')).toBeVisible()
}

test('invited, in, reset, and ended on another device', async ({ browser }) => {
  test.setTimeout(180_000)
  const email = `rina.${Date.now()}@contoh.go.id`
  const admin = await fresh(browser)
  const rina = await fresh(browser)
  await signIn(admin, 'admin')

  await test.step('an admin adds and invites her', async () => {
    await admin.goto('/admin/pengguna/baru')
    await admin.getByLabel('Nama lengkap').fill('Rina Marlina')
    await admin.getByLabel('E-mail').fill(email)
    await admin.getByRole('button', { name: 'Simpan' }).click()
    await expect(admin.getByText('Orang ditambahkan')).toBeVisible()
    await admin.getByRole('button', { name: 'Undang' }).click()
    await look(admin, 'pengguna-tautan')
  })
  const invitation = await handedLink(admin)

  await test.step('she looks, as a scanner of mail would, and then chooses her password', async () => {
    await rina.goto(invitation)
    await expect(rina.getByRole('heading', { name: 'Selamat datang' })).toBeVisible()
    await rina.getByLabel('Kata sandi baru').fill('pendek')
    await expect(rina.getByText('Kekuatan: lemah')).toBeVisible()
    await look(rina, 'undangan')
    await choosePassword(rina, invitation, FIRST)
    await enter(rina, email, FIRST)
    await rina.goto(invitation)
    await expect(rina.getByText('Tautan ini sudah dipakai.')).toBeVisible()
    await look(rina, 'undangan-dipakai')
  })

  await test.step('a reset link ends where she was in, and lets her in again', async () => {
    await admin.goto(new URL(admin.url()).pathname)
    await admin.getByRole('button', { name: 'Buat tautan atur ulang' }).click()
    const reset = await handedLink(admin)
    const phone = await fresh(browser)
    await choosePassword(phone, reset, SECOND)
    await rina.goto('/profil')
    await expect(rina).toHaveURL(/\/masuk/)
    await enter(rina, email, SECOND)
    await enter(phone, email, SECOND)

    await test.step('and one device ends the other', async () => {
      await rina.goto('/profil')
      await look(rina, 'profil-sesi')
      await rina.getByRole('button', { name: /^Keluarkan Chrome/ }).click()
      await expect(rina.getByText('Perangkat dikeluarkan.')).toBeVisible()
      await phone.goto('/profil')
      await expect(phone).toHaveURL(/\/masuk/)
    })
  })

  await test.step('an admin closes the account', async () => {
    await admin.goto(new URL(admin.url()).pathname)
    await admin.getByRole('button', { name: 'Nonaktifkan' }).click()
    await expect(admin.getByText('Akun dinonaktifkan')).toBeVisible()
    await rina.goto('/profil')
    await expect(rina).toHaveURL(/\/masuk/)
  })
})

test('pages of people are well at either width, in either look', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await fresh(browser)
  await page.goto('/lupa-kata-sandi')
  await look(page, 'lupa')
  await page.getByLabel('E-mail atau NIP').fill('tidak.ada@contoh.go.id')
  await page.getByRole('button', { name: 'Kirim tautan' }).click()
  await expect(page.getByRole('heading', { name: 'Periksa e-mail Anda' })).toBeVisible()
  await look(page, 'lupa-terkirim')
  await page.goto(`/atur-kata-sandi/${'A'.repeat(43)}`)
  await look(page, 'tautan-tak-dikenal')

  await signIn(page, 'admin')
  await page.goto('/admin/pengguna')
  await look(page, 'pengguna')
  await page.getByRole('searchbox').fill('perkim')
  await page.getByRole('button', { name: 'Terapkan' }).click()
  await page.getByRole('link', { name: /Kepala Dinas Perkim/ }).click()
  await page.getByText('Beri jabatan').click()
  await look(page, 'orang')
  await page.getByRole('link', { name: /^Serah terima Kepala Dinas Perkim/ }).click()
  await page.getByRole('button', { name: 'Serahkan' }).click()
  await expect(page.getByText('Wajib diisi.').or(page.getByText('Isian ini tidak dikenali.'))).toBeVisible()
  await look(page, 'serah-terima')
  await page.goto('/admin/pengguna/aturan')
  await look(page, 'aturan')
  await page.goto('/profil/kata-sandi')
  await page.getByLabel('Kata sandi baru').fill(FIRST)
  await look(page, 'kata-sandi')
  await page.goto('/profil/email')
  await look(page, 'email')
})

test('an edit that comes second sees both sides and keeps what was typed', async ({ browser }) => {
  const [one, two] = [await fresh(browser), await fresh(browser)]
  await signIn(one, 'admin')
  await signIn(two, 'admin')
  await one.goto('/admin/pengguna?q=staf')
  await one.getByRole('link', { name: /Staf Perkim/ }).click()
  const path = `${new URL(one.url()).pathname}/ubah`
  await one.goto(path)
  await two.goto(path)
  const name = await one.getByLabel('Nama lengkap').inputValue()
  const save = async (page: Page, value: string) => {
    await page.getByLabel('Nama lengkap').fill(value)
    await page.getByRole('button', { name: 'Simpan' }).click()
  }
  await save(one, `${name} yang lain`)
  await expect(one.getByText('Perubahan tersimpan.')).toBeVisible()
  await save(two, `${name} yang kedua`)
  await expect(two.getByText('baru saja diubah')).toBeVisible()
  await expect(two.getByLabel('Nama lengkap')).toHaveValue(`${name} yang kedua`)
  await look(two, 'bentrok')
  await save(two, name)
  await expect(two.getByText('Perubahan tersimpan.')).toBeVisible()
})
