import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { RunningPeer, StartOptions } from '../peer'
import { SILENT } from '../peer'
import { type ServerProcess, startProcess } from '../process'
import { stateOf } from '../typist'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PROBE = fileURLToPath(new URL('../memory-probe.mjs', import.meta.url))

/** Starts one of `servers/`, each a process of its own. */
export function startServer(
  file: string,
  { memoryFile }: StartOptions,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  return startProcess({
    cwd: ROOT,
    args: ['--import', 'tsx', ...probeArgs(memoryFile), `src/live/servers/${file}.ts`],
    env: port => ({ ...env, ...probeEnv(memoryFile), PORT: String(port) }),
    path: '/',
  })
}

export const probeArgs = (memoryFile: string | undefined): string[] =>
  memoryFile === undefined ? [] : ['--expose-gc', '--import', PROBE]

export const probeEnv = (memoryFile: string | undefined): Record<string, string> =>
  memoryFile === undefined ? {} : { MEMORY_FILE: memoryFile }

export const randomClientId = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1
export const freshIds = (count: number): string[] => Array.from({ length: count }, () => randomUUID())

/** Writes a document's first content through the front door and waits until another client is sent it. */
export async function seed(
  open: RunningPeer['open'],
  documentId: string,
  content: (state: Uint8Array, clientId: number) => Uint8Array,
): Promise<void> {
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  const reader = await open(documentId, 0, { ...SILENT, edit: () => arrive() })
  const writer = await open(documentId, 0, SILENT)
  writer.send(content(stateOf(writer, null), writer.clientId))
  await arrived
  writer.destroy()
  reader.destroy()
}
