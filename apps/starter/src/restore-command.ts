// `npm run restore -- PATH [--keys FOLDER] [--replace]`: an installation of an archive, which proves itself. The system
// does not run meanwhile.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkArchive } from '@mufakat/backup'
import { parseSettings } from '@mufakat/settings'
import { ROOT } from './layout'
import { restoreInto } from './restore'
import { claim } from './run-note'
import { runCommand, StartRefused, say } from './say'

const USAGE = 'npm run restore -- PATH [--keys FOLDER] [--replace]'

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: 'string' }, replace: { type: 'boolean', default: false } },
  })
  const [given, ...more] = positionals
  if (given === undefined || more.length > 0) throw new StartRefused(USAGE)
  const settings = parseSettings(process.env, ROOT)
  const note = await claim(settings.dataDir)
  try {
    say('Memeriksa cadangan …')
    const archive = await checkArchive(resolve(ROOT, given))
    const keys = values.keys === undefined ? null : resolve(ROOT, values.keys)
    const findings = await restoreInto(settings, archive, { keys, replace: values.replace })
    return findings === 0 ? 0 : 1
  } finally {
    await note.clear()
  }
})
