// A process of its own that puts in values, and is killed while it does: what it is told comes as JSON on stdin.
import { text } from 'node:stream/consumers'
import { openDatabase } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { type ImportChoice, importValues } from './import'

interface Told {
  readonly url: string
  readonly now: string
  readonly actor: Actor
  readonly input: { readonly packed: string; readonly mark: string; readonly choice: ImportChoice }
}

const { url, now, actor, input }: Told = JSON.parse(await text(process.stdin))
await importValues({ database: openDatabase(url), clock: { now: () => new Date(now) } }, actor, input)
