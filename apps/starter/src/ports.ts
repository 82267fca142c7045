import { createServer } from 'node:net'
import { pause } from '@mufakat/db'
import { StartRefused } from './say'

/** Listens for a moment; resolves with the port, rejects with the system's error. */
const tryPort = (host: string, port: number): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : port))
    })
  })

/**
 * @param patienceMs how long a busy port may take to come free
 * @throws StartRefused in one line when nobody could listen there
 */
export async function requirePort(host: string, port: number, patienceMs: number): Promise<void> {
  for (const end = Date.now() + patienceMs; ; await pause(100)) {
    try {
      await tryPort(host, port)
      return
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE' || Date.now() >= end) throw new StartRefused(reason(code, host, port))
    }
  }
}

function reason(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `PORT ${port} sedang dipakai program lain. Hentikan program itu, atau pakai port lain: PORT=${port + 1} npm run up`
  }
  if (code === 'EACCES') return `PORT ${port} tidak boleh dibuka oleh pengguna ini; pakai port di atas 1023`
  return `HOST=${host} tidak dapat dibuka pada mesin ini (${code ?? 'sebab tidak diketahui'})`
}

export const freePort = (): Promise<number> => tryPort('127.0.0.1', 0)
