import { readlinkSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { endProcess } from '@mufakat/db'
import type { Launch } from './system'

/** What stands in an app's place while it is away: nothing that answers, or a gateway that says so. */
export type InPlace = 'nothing' | 'gateway'

const BAD_GATEWAY = 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 11\r\nConnection: close\r\n\r\nBad Gateway'

/**
 * Ends an app of a running system and keeps its port, so that the starter's tries to start it again fail; returns how
 * to let it come back.
 */
export async function takeAway(
  launch: Launch,
  app: 'portal' | 'realtime',
  port: number,
  inPlace: InPlace = 'nothing',
): Promise<() => Promise<void>> {
  const lines = new Set<Socket>()
  const holder = createServer(line => {
    lines.add(line)
    line.on('close', () => lines.delete(line))
    line.on('error', () => undefined)
    if (inPlace === 'nothing') line.destroy()
    else line.once('data', () => line.end(BAD_GATEWAY))
  })
  const hold = () =>
    new Promise<void>((done, failed) => {
      holder.once('error', failed)
      holder.listen(port, '127.0.0.1', done)
    })
  const mark = launch
    .processes()
    .children.find(({ pid }) => readlinkSync(`/proc/${pid}/cwd`).endsWith(`apps/${app}`))
  if (mark === undefined) throw new Error(`${app} is not running`)
  await endProcess(mark, ['SIGKILL'], 5_000)
  await hold()
  return () =>
    new Promise(done => {
      holder.close(() => done())
      for (const line of lines) line.destroy()
    })
}
