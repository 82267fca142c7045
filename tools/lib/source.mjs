import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './root.mjs'

/** Runs TypeScript in this process, without a build, so that signals reach it. Needs an install before. */
export async function runSource(path) {
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(join(ROOT, path)))
}
