// The editor alone: two documents on one page, handed from one to the other without server or database.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { CDPSession, Locator, Page } from '@playwright/test'
import { test as base } from '@playwright/test'

interface BenchLine {
  kind: string
  level: number
  attrs: Record<string, unknown>
  spans: { text?: string; embed?: { mention?: { label: string } }; marks?: Record<string, unknown> }[]
  table?: { rows: { cells: BenchLine[][] }[]; columns: string[] }
}

/** What the page of the bench offers; see packages/editor/harness/main.tsx. */
interface BenchWindow {
  bench: {
    content(n: number): {
      items: { title: string; minutes: number | null; presenter: string | null; lines: BenchLine[] }[]
    }
    canonical(n: number): string
    written(n: number): number
    again(): void
    save(n: number, state: Record<string, unknown>): void
    room: { held: boolean; flush(): void }
  }
}

const SERVE = fileURLToPath(new URL('../../../packages/editor/harness/serve.mjs', import.meta.url))

async function serve(): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [SERVE], { stdio: ['pipe', 'pipe', 'inherit'] })
  if (!child.stdout) throw new Error('the bench has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return { address: line, child }
  }
  throw new Error('the bench did not start')
}

export class Bench {
  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {}

  async open(query: string) {
    await this.page.goto(`${this.address}?${query}`)
    // The first one to ask waits until the sources are transformed.
    await this.page.locator('.nt-desk .nt-foot').first().waitFor({ timeout: 60_000 })
  }

  /** The text of item `item` (from 0) on the screen of peer `peer`. */
  text(peer: number, item: number): Locator {
    return this.item(peer, item).locator(':scope > .nt-text')
  }

  item(peer: number, item: number): Locator {
    return this.peer(peer).locator('[data-item]').nth(item)
  }

  peer(peer: number): Locator {
    return this.page.locator(`[data-peer="${peer}"]`)
  }

  /** Lines as `kind.level:words`, as peer `peer` reads them. */
  lines(peer: number, item: number): Promise<string[]> {
    return this.page.evaluate(
      ([n, i]) => {
        const words = (line: BenchLine): string =>
          line.spans.map(span => span.text ?? `{${span.embed?.mention?.label ?? '?'}}`).join('')
        const found = (window as unknown as BenchWindow).bench.content(n ?? 0).items[i ?? 0]
        return (found?.lines ?? []).map(line => {
          const level = line.level === 0 ? '' : `.${line.level}`
          const cells = line.table?.rows
            .map(row => row.cells.map(cell => cell.map(words).join('/')).join('|'))
            .join(' ; ')
          return `${line.kind}${level}:${words(line)}${cells === undefined ? '' : ` [${cells}]`}`
        })
      },
      [peer, item],
    )
  }

  content(peer: number) {
    return this.page.evaluate(n => (window as unknown as BenchWindow).bench.content(n), peer)
  }

  /** True when both documents say the same, and both screens show it. */
  async agree(): Promise<boolean> {
    return this.page.evaluate(() => {
      const { bench } = window as unknown as BenchWindow
      const screen = (n: number) =>
        [...document.querySelectorAll(`[data-peer="${n}"] .nt-text > .nt-line > .nt-words`)].map(words => {
          const copy = words.cloneNode(true) as Element
          for (const caret of copy.querySelectorAll('.nt-caret')) caret.remove()
          return copy.textContent
        })
      return (
        bench.canonical(0) === bench.canonical(1) && JSON.stringify(screen(0)) === JSON.stringify(screen(1))
      )
    })
  }

  written(peer: number): Promise<number> {
    return this.page.evaluate(n => (window as unknown as BenchWindow).bench.written(n), peer)
  }

  save(peer: number, state: Record<string, unknown>) {
    return this.page.evaluate(([n, s]) => (window as unknown as BenchWindow).bench.save(n, s), [
      peer,
      state,
    ] as const)
  }

  /** The page around the editor loads anew. */
  again() {
    return this.page.evaluate(() => (window as unknown as BenchWindow).bench.again())
  }

  /** Holds back what both write, until `release`. */
  hold() {
    return this.page.evaluate(() => {
      ;(window as unknown as BenchWindow).bench.room.held = true
    })
  }

  release() {
    return this.page.evaluate(() => {
      const { room } = (window as unknown as BenchWindow).bench
      room.held = false
      room.flush()
    })
  }

  /** An input method: what is composed so far, and its end. */
  async composer(): Promise<{ compose(text: string): Promise<void>; commit(text: string): Promise<void> }> {
    const session: CDPSession = await this.page.context().newCDPSession(this.page)
    return {
      compose: async text => {
        await session.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        })
      },
      commit: async text => {
        await session.send('Input.insertText', { text })
      },
    }
  }
}

export const test = base.extend<{ bench: Bench }, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs
    async ({}, use) => {
      const { address, child } = await serve()
      await use(address)
      child.kill('SIGTERM')
    },
    { scope: 'worker' },
  ],
  bench: async ({ page, address }, use) => {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await use(new Bench(page, address))
    if (errors.length > 0) throw new Error(`errors on the page: ${errors.join('; ')}`)
  },
})

export { expect } from '@playwright/test'
