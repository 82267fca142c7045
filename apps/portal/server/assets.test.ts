import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staticAssets } from './assets'

let folder: string
let server: Server
let origin: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mufakat-assets-'))
  mkdirSync(join(folder, 'assets'))
  for (const name of ['assets/x-1a2b.js', 'pekerja.js', 'robots.txt']) writeFileSync(join(folder, name), '//')
  server = createServer(express().use(staticAssets(folder)))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true })
})

it('are kept for as long as their names say what is in them; the worker is always asked about anew', async () => {
  const headersOf = async (path: string) => {
    const { headers } = await fetch(origin + path)
    return [headers.get('cache-control'), headers.get('content-security-policy')]
  }
  expect(await headersOf('/assets/x-1a2b.js')).toEqual(['public, max-age=31536000, immutable', null])
  expect(await headersOf('/robots.txt')).toEqual(['public, max-age=3600', null])
  expect(await headersOf('/pekerja.js')).toEqual(['no-cache', "default-src 'none'; connect-src 'self'"])
})
