import { ACCOUNTS, expect, expectNoAxeFindings, signIn, test } from './harness'

test('a stranger is sent to the sign-in page, which lists the demo accounts', async ({ page }) => {
  await page.goto('/rapat')
  await expect(page).toHaveURL(/\/masuk/)
  await expect(page.getByText(`${ACCOUNTS[1]}@demo.local`)).toBeVisible()
  await expectNoAxeFindings(page)
})

test('a wrong password is refused with words, and what was typed stays', async ({ page }) => {
  await page.goto('/masuk')
  await page.getByLabel('E-mail atau NIP').fill('sekretariat@demo.local')
  await page.getByLabel('Kata sandi', { exact: true }).fill('bukan-ini')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('E-mail atau NIP')).toHaveValue('sekretariat@demo.local')
})

for (const account of ACCOUNTS) {
  test(`${account} signs in`, async ({ page }) => {
    await signIn(page, account)
    await expect(page.getByRole('navigation').first()).toBeVisible()
  })
}
