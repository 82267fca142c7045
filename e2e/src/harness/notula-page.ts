import { expect, type Locator, type Page } from '@playwright/test'

/** The editable text of an agenda item, by its number on the page. */
export const textOf = (page: Page, number: number): Locator =>
  page.getByRole('textbox', { name: new RegExp(`^Teks acara ${number}:`) })

export const lineWith = (page: Page, words: string): Locator => page.locator('.nt-line', { hasText: words })

/** Everything written is on the server. */
export const settled = (page: Page): Promise<void> =>
  expect(page.getByText(/^Tersimpan/).first()).toBeVisible({ timeout: 20_000 })

/** Goes to a rapat, and waits until its text can be written in. */
export async function openText(page: Page, rapat: string): Promise<void> {
  await page.goto(rapat)
  await textReady(page)
}

/** The editor stands where the text to read stood before. */
export const textReady = (page: Page): Promise<void> =>
  expect(textOf(page, 1)).toBeVisible({ timeout: 20_000 })

/** Starts a line at the end of an item's text. */
export async function startLine(page: Page, number: number): Promise<void> {
  await textOf(page, number).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
}

/** Writes a line at the end of an item's text. */
export async function writeLine(page: Page, number: number, words: string): Promise<void> {
  await startLine(page, number)
  await page.keyboard.type(words)
}

/** The same, until the server has it. */
export async function newLine(page: Page, number: number, words: string): Promise<void> {
  await writeLine(page, number, words)
  await settled(page)
}

/** Puts the caret in a line, `behind` units from its beginning. */
export async function caretIn(page: Page, line: string, behind: number): Promise<void> {
  // By its own words: the name of a caret that stands in it is among what the browser reads.
  const at = async () => (await linesOf(page)).findIndex(words => words.includes(line))
  await expect.poll(at).not.toBe(-1)
  await page
    .locator('.nt-line')
    .nth(await at())
    .locator('.nt-words')
    .click()
  await page.keyboard.press('Home')
  for (let i = 0; i < behind; i++) await page.keyboard.press('ArrowRight')
}

/** Selects words of a line by keyboard, as a notulis does. */
export async function selectIn(page: Page, line: string, words: string): Promise<void> {
  await caretIn(page, line, line.indexOf(words))
  for (let i = 0; i < words.length; i++) await page.keyboard.press('Shift+ArrowRight')
}

/** What stands in the texts, line by line, without the names of carets. */
export const linesOf = (page: Page): Promise<string[]> =>
  page.locator('.nt-line').evaluateAll(lines =>
    lines.map(line => {
      const words = line.querySelector('.nt-words')?.cloneNode(true) as Element | undefined
      for (const caret of words?.querySelectorAll('.nt-caret') ?? []) caret.remove()
      return `${line.getAttribute('data-kind')}: ${words?.textContent?.replaceAll('\u2060', '').trim() ?? ''}`
    }),
  )
