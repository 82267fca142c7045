// A process of its own that puts in a table, and is killed while it does: what it is told comes as JSON on stdin.
import { text } from 'node:stream/consumers'
import { openDatabase } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { importPaste, type PasteInput } from './paste'

interface Told {
  readonly url: string
  readonly now: string
  readonly actor: Actor
  readonly input: PasteInput & { readonly mark: string }
}

const { url, now, actor, input }: Told = JSON.parse(await text(process.stdin))
await importPaste({ database: openDatabase(url), clock: { now: () => new Date(now) } }, actor, input)
