import { statfs } from 'node:fs/promises'
import { connect } from 'node:tls'
import type { SystemProbe } from '~/request/context.server'

/** What a page may wait for one part that does not answer. */
const PATIENCE_MS = 1_500

export interface MachineStatus {
  readonly version: string
  readonly node: string
  /** Null: its address is not known here. */
  readonly realtime: boolean | null
  readonly worker: boolean | null
  /** Of the file system that holds the data folder; null when it cannot be asked. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null
  readonly certificate: Certificate
}

export type Certificate =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly host: string }
  | { readonly kind: 'known'; readonly host: string; readonly until: Date }

/** How this machine is, as far as the portal can tell. Each question has an end. */
export async function probeMachine(system: SystemProbe): Promise<MachineStatus> {
  const [realtime, worker, disk, certificate] = await Promise.all([
    isReady(system.realtimePort),
    system.workerPort === null ? null : isReady(system.workerPort),
    diskOf(system.dataDir),
    certificateOf(system.baseUrl),
  ])
  return { version: system.version, node: process.versions.node, realtime, worker, disk, certificate }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

async function diskOf(folder: string): Promise<MachineStatus['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return null
  }
}

/** The certificate that people are shown, asked as they do; also one that is not valid is looked at. */
function certificateOf(baseUrl: string): Promise<Certificate> {
  const { protocol, hostname, port } = new URL(baseUrl)
  if (protocol !== 'https:') return Promise.resolve({ kind: 'none' })
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise(resolve => {
    const socket = connect({
      host,
      port: port === '' ? 443 : Number(port),
      rejectUnauthorized: false,
      ...(/^[\d.:]+$/.test(host) ? {} : { servername: host }),
    })
    const end = (certificate: Certificate) => {
      socket.destroy()
      resolve(certificate)
    }
    socket.setTimeout(PATIENCE_MS, () => end({ kind: 'unknown', host }))
    socket.once('error', () => end({ kind: 'unknown', host }))
    socket.once('secureConnect', () => {
      const until = new Date(socket.getPeerCertificate().valid_to)
      end(Number.isNaN(until.getTime()) ? { kind: 'unknown', host } : { kind: 'known', host, until })
    })
  })
}
