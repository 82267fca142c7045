import { describe, expect, it } from 'vitest'
import { assetsOf, isGateway, kindOf } from './answers'

const ORIGIN = 'https://mufakat.test'
const asked = (path: string, more: object = {}) =>
  kindOf({ method: 'GET', mode: 'navigate', url: `${ORIGIN}${path}`, ...more }, ORIGIN)

describe('the worker', () => {
  it('takes part in pages and built files of this origin, and in nothing else', () => {
    expect(asked('/rapat/1?tw=2026-4')).toBe('page')
    expect(asked('/assets/open-BP_rbPAq.js', { mode: 'cors' })).toBe('asset')
    for (const path of ['/rapat/1.data', '/kunci-jurnal', '/socket.io/?EIO=4', '/healthz', '/assets/../x'])
      expect(asked(path, { mode: 'cors' }), path).toBeNull()
    expect(asked('/masuk', { method: 'POST' })).toBeNull()
    expect(asked('/assets/x-1.js', { method: 'HEAD', mode: 'cors' })).toBeNull()
    expect(asked('', { url: 'https://lain.test/' })).toBeNull()
    expect(asked('', { url: 'https://lain.test/assets/x-1.js', mode: 'cors' })).toBeNull()
  })

  it('knows the built files that a page names, each once', () => {
    const html =
      '<link href="/assets/a-1.css"><use href="/assets/icons-2.svg#x"/><use href="/assets/icons-2.svg#y"/>'
    expect(assetsOf(html)).toEqual(['/assets/a-1.css', '/assets/icons-2.svg'])
    expect(assetsOf('<p>/rapat</p>')).toEqual([])
  })

  it('tells a gateway’s answer from one of ours', () => {
    const own = { 'Content-Security-Policy': "default-src 'none'" }
    const answer = (status: number, headers = {}) => isGateway(new Response(null, { status, headers }))
    expect([502, 503, 504].map(status => answer(status))).toEqual([true, true, true])
    expect([200, 404, 500, 501, 505].map(status => answer(status))).not.toContain(true)
    expect(answer(503, own)).toBe(false)
  })
})
