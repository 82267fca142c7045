import type { BrowserContext } from '@playwright/test'
import lighthouse from 'lighthouse'

export interface Scores {
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
}

/** Lighthouse with its mobile settings, signed in as `context` is; scores 0–100. */
export async function scoresOf(context: BrowserContext, port: number, url: string): Promise<Scores> {
  const cookies = await context.cookies(url)
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    extraHeaders: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  })
  const categories = result?.lhr.categories
  const score = (id: string) => Math.round((categories?.[id]?.score ?? 0) * 100)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
  }
}
