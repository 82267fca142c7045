import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any page has. */
const STOPS = 120

/** What tells a person where the focus is: a line around it, a ring, or the caret of what is written in. */
const isShown = (element: Element): boolean => {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
  const isWrittenIn = element.matches('input, textarea, select, [contenteditable=true]')
  return isWrittenIn || (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
}

/**
 * By keyboard alone: to a control, from wherever the focus is, by Tab (or back, by Shift+Tab). Every stop on the way shows
 * that it has the focus.
 */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const target = wanted.first()
  await expect(target).toBeVisible()
  for (let stop = 0; stop < STOPS; stop++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(key)
    const focused = page.locator(':focus')
    if ((await focused.count()) > 0)
      expect(await focused.evaluate(isShown), `focus is seen on ${await focused.evaluate(nameOf)}`).toBe(true)
  }
  throw new Error(`no way by keyboard to ${wanted}`)
}

const nameOf = (element: Element): string => element.outerHTML.slice(0, 200)

/** To a button or a link, and presses it. */
export async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}
