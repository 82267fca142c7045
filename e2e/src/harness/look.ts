import { expect, type Page } from '@playwright/test'
import { expectNoAxeFindings } from './axe'

/** A folder that somebody wants the pictures in. */
const PICTURES = process.env.E2E_PICTURES

/** Even a change of colour that takes no time shows what was before until the next frame, and a toast fades in. */
const endChangesOfColour = () => {
  for (const one of document.getAnimations()) {
    const isEndless = one.effect?.getTiming().iterations === Number.POSITIVE_INFINITY
    if (!isEndless) one.finish()
  }
}

const LOOKS = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const

/**
 * Looks at a page at both widths and in both looks: nothing wrong with it, nothing beside the screen. Each width and each
 * look is judged once; all four are drawn for who wants pictures.
 */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const { width, colorScheme } of PICTURES ? LOOKS : LOOKS.slice(0, 2)) {
    await page.setViewportSize({ width, height: 800 })
    // Without motion: a colour on its way to the other look is no finding.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(endChangesOfColour)
    await expectNoAxeFindings(page)
    const beside = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(beside, `${name} at ${width}`).toBe(0)
    if (PICTURES)
      await page.screenshot({ path: `${PICTURES}/${name}-${width}-${colorScheme}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  if (before) await page.setViewportSize(before)
}
