// What a person does without a mouse. Every stop on a way shows that it has the focus.
import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than a way on any page needs. */
const STOPS = 250

interface Stop {
  isThere: boolean
  isShown: boolean
  name: string
}

/**
 * Where the focus is, and what tells a person so: a line around it or its label, or that it is written in. The page
 * itself and parts that are only led to (tabindex -1) need not be framed.
 */
const stopAt = (target: Element | null): Stop => {
  const here = document.activeElement ?? document.body
  const isLined = (element: Element | null): boolean => {
    if (element === null) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== 'none' && outlineWidth !== '0px'
  }
  const isWrittenIn = here.matches(
    'input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]',
  )
  const isPart = here === document.body || here.matches('[tabindex="-1"]')
  return {
    isThere: here === target,
    isShown: isPart || isWrittenIn || isLined(here) || isLined(here.closest('label')),
    name: here.outerHTML.slice(0, 200),
  }
}

/** Goes to a control by Tab, from wherever the focus is. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted.first()).toBeVisible()
  for (let steps = 0; steps < STOPS; steps++) {
    // Asked anew at each stop: what is saved on the way may draw the control again.
    const target = await wanted.first().elementHandle()
    const { isThere, isShown, name } = await page.evaluate(stopAt, target)
    expect(isShown, `the focus is seen on ${name}`).toBe(true)
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by keyboard to ${wanted}`)
}

/** Goes to a button or a link, and presses it. */
export async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

/** Goes to a field, and writes there in place of what stood in it. */
export async function fillIn(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByLabel(label)
  await tabTo(page, field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await expect(field.first()).toHaveValue(text)
}

/** Goes to a list, and chooses by the first letters. */
export async function choose(page: Page, list: Locator, letters: string): Promise<void> {
  await tabTo(page, list)
  await page.keyboard.type(letters)
  await expect(list.first().locator('option:checked')).toHaveText(new RegExp(`^${letters}`))
}

/** Goes to a field of a day, and writes its parts in the order in which this browser shows them. */
export async function fillDay(page: Page, field: Locator, day: string): Promise<void> {
  const [y = '', m = '', d = ''] = day.split('-')
  await tabTo(page, field)
  await page.keyboard.type(d + m + y)
  if ((await field.inputValue()) === day) return
  for (let part = 0; part < 2; part++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(m + d + y)
  await expect(field).toHaveValue(day)
}

/** A press that changes the page in place leaves the focus where who pressed it goes on from. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement !== document.body), {
      message: 'the focus is kept',
    })
    .toBe(true)
}
