import type { Browser, Page } from '@playwright/test'

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  /** Of the thread's own time on a processor. */
  readonly tdur?: number
  readonly ts: number
  readonly args: { readonly name?: string }
}

/** Of the longest tasks of a page's main thread, ms. */
export interface Longest {
  /** From its beginning to its end, with what else ran on its processor meanwhile. */
  readonly task: number
  /** On a processor. */
  readonly own: number
}

/** The longest task of the page's main thread while something is done. The only page of its browser. */
export async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<Longest> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'],
  })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const keyOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(keyOf),
  )
  const tasks = traceEvents.filter(one => one.name === 'RunTask' && mains.has(keyOf(one)))
  if (tasks.length === 0) throw new Error('the trace has no tasks of the page')
  return {
    task: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1_000,
    own: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000,
  }
}
