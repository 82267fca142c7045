import { startSystem } from './system'

/** One system for all specs that only look from outside; specs that kill things start their own. */
export default async function setup(): Promise<() => Promise<void>> {
  const system = await startSystem({ env: { DEMO: '1' } })
  process.env.E2E_BASE_URL = system.baseUrl
  process.env.E2E_DATABASE_URL = (await system.launch.databaseUrls()).url
  process.env.E2E_DATA_DIR = system.launch.dataDir
  return system.close
}
