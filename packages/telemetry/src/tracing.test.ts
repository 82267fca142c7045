import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { startTracing } from './tracing'

it('loads and sends nothing without an endpoint', async () => {
  expect(await startTracing('coba', null)).toBeNull()
})

it('sends what was traced to the endpoint', async () => {
  const bodies: string[] = []
  const collector = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      bodies.push(`${request.url} ${Buffer.concat(chunks).toString('latin1')}`)
      response.end()
    })
  })
  await new Promise<void>(resolve => collector.listen(0, '127.0.0.1', resolve))
  const address = collector.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`
  const tracing = await startTracing('coba', process.env.OTEL_EXPORTER_OTLP_ENDPOINT)
  tracing?.begin('GET /rapat/:id', 'server', { 'http.route': '/rapat/:id' }, span => {
    span.set({ 'http.response.status_code': 500 })
    span.end(true)
  })
  await tracing?.close()
  await new Promise(resolve => collector.close(resolve))
  const told = bodies.join('\n')
  for (const part of ['/v1/traces ', 'mufakat-coba', 'GET /rapat/:id', 'http.response.status_code'])
    expect(told).toContain(part)
})
