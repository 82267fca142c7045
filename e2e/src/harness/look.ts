import { expect, type Page } from '@playwright/test'
import { expectNoAxeFindings } from './axe'

/** A folder that somebody wants the pictures in. */
const PICTURES = process.env.E2E_PICTURES

/** Even a change of colour that takes no time shows what was before until the next frame. */
const endChangesOfColour = () => {
  for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish()
}

/** Looks at a page at both widths and in both looks: nothing wrong with it, nothing beside the screen. */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 })
      // Without motion: a colour on its way to the other look is no finding.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.evaluate(endChangesOfColour)
      await expectNoAxeFindings(page, colorScheme === 'dark' ? 'colours' : undefined)
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
