import { afterEach, describe, expect, it } from 'vitest'
import { type HealthServer, serveHealth } from './health'

let server: HealthServer | null = null
afterEach(() => server?.close())

async function serving(
  ready: () => Promise<void>,
): Promise<(path: string, headers?: object) => Promise<Response>> {
  const opened = await serveHealth(0, {
    ready,
    metrics: { contentType: 'text/plain', text: async () => 'mufakat_up 1' },
  })
  server = opened
  return (path, headers = {}) => fetch(`http://127.0.0.1:${opened.port}${path}`, { headers: { ...headers } })
}

describe('health of a process', () => {
  it('answers, is ready, and counts', async () => {
    const get = await serving(async () => {})
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/readyz')).status).toBe(200)
    expect(await (await get('/metrics')).text()).toBe('mufakat_up 1')
    expect((await get('/')).status).toBe(404)
  })

  it('is alive but not ready while it cannot work', async () => {
    const get = await serving(() => Promise.reject(new Error('away')))
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/readyz')).status).toBe(503)
  })

  it('answers nothing that came through a proxy', async () => {
    const get = await serving(async () => {})
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect((await get(path, { 'X-Forwarded-For': '10.0.0.1' })).status).toBe(404)
  })
})
