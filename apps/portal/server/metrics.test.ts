import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, it } from 'vitest'
import { type AnsweredRequest, countRequests, createMetrics } from './metrics'
import { nameRequests } from './request-id'

const NIK = '1706010101800001'

it('[X4] keeps what was searched for out of log and metrics: routes are told, never addresses', async () => {
  const logged: AnsweredRequest[] = []
  const metrics = createMetrics()
  const app = express()
  app.use(nameRequests)
  app.use(
    countRequests(
      metrics,
      () => 'rapat',
      answered => logged.push(answered),
    ),
  )
  app.all('*', (_request, response) => response.end())
  const server = createServer(app)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  for (const method of ['GET', 'POST'])
    await fetch(`http://127.0.0.1:${port}/rapat?q=${NIK}`, { method }).then(answer => answer.text())
  await new Promise(done => server.close(done))
  expect(logged).toMatchObject([{ route: 'rapat', method: 'POST' }])
  expect(`${JSON.stringify(logged)} ${await metrics.text()}`).not.toContain(NIK)
})
