/**
 * The schema `graphile_worker`, by the library's own migrations (its version is pinned: they come with an update of it
 * and run here, never in a worker). Loaded when asked for, because only who migrates needs it.
 */
export async function migrateJobs(url: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
}
