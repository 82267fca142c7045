import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findBrowser } from '../../tools/lib/browser.mjs'
import { FLAGS, quantile } from './browser'
import { freePort } from './system'

export interface Scores {
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
}

/**
 * Without a window of its own: a whole browser's turning wheel, sixty pictures a second, takes the time that
 * Lighthouse then counts as the page's.
 */
const SHELL = '/usr/bin/chromium-headless-shell'

/** Lighthouse with its mobile settings in a browser that nothing else looks into; medians of the rounds, 0–100. */
export async function lighthouseScores(
  pages: ReadonlyMap<string, BrowserContext>,
  baseUrl: string,
  rounds: number,
): Promise<Record<string, Scores>> {
  const profile = await mkdtemp(join(tmpdir(), 'mufakat-lighthouse-'))
  const port = await freePort()
  const browser = spawn(
    existsSync(SHELL) ? SHELL : await findBrowser(),
    [
      '--headless=new',
      ...FLAGS,
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    // A group of its own: Debian's program is a script that would leave the browser behind.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  try {
    await listening(browser)
    const scores: Record<string, Scores> = {}
    for (const [path, visitor] of pages) {
      const runs: Scores[] = []
      for (let i = 0; i < rounds; i++) runs.push(await scoresOf(visitor, port, baseUrl + path))
      const median = (of: keyof Scores) =>
        quantile(
          runs.map(run => run[of]),
          0.5,
        )
      scores[path] = {
        performance: median('performance'),
        accessibility: median('accessibility'),
        bestPractices: median('bestPractices'),
      }
    }
    return scores
  } finally {
    const ended = new Promise(resolve => browser.once('close', resolve))
    if (browser.pid !== undefined) process.kill(-browser.pid)
    await ended
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function scoresOf(context: BrowserContext, port: number, url: string): Promise<Scores> {
  const cookies = await context.cookies(url)
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    ...(cookies.length > 0
      ? { extraHeaders: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } }
      : {}),
  })
  const categories = result?.lhr.categories
  const score = (id: string) => Math.round((categories?.[id]?.score ?? 0) * 100)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
  }
}

/** Chromium tells on its error stream when its debugging port is open. */
function listening(browser: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = ''
    browser.stderr?.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      if (told.includes('DevTools listening')) resolve()
    })
    browser.once('close', code => reject(new Error(`the browser ended with ${code}:\n${told}`)))
  })
}
