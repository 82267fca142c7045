import type { TestProject } from 'vitest/node'
import { startTestServer } from './server'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the test server's own database, to make copies of the template from. */
    postgresUrl: string
  }
}

/** One server for all suites of a run (vitest `globalSetup`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  project.provide('postgresUrl', server.url)
  return server.stop
}
