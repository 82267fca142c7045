import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Fails with what is wrong and where; every rule of axe counts, whatever its weight. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  // What fades in while it is judged would be found too pale.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // In the page itself, without a second one to put results of frames together: there are no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await axe.analyze()
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')})\n${failureSummary ?? ''}`,
    ),
  )
  expect(findings, `axe on ${page.url()}`).toEqual([])
}
