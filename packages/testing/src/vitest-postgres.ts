import type { DatabaseUrls } from '@mufakat/db'
import type { TestProject } from 'vitest/node'
import { startTestServer } from './server'

declare module 'vitest' {
  interface ProvidedContext {
    /** The test server's own database, to make copies of the template from. */
    postgresUrls: DatabaseUrls
  }
}

/** One server for all suites of a run (vitest `globalSetup`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  project.provide('postgresUrls', server.urls)
  return server.stop
}
