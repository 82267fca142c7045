import type { ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { routeNames } from './route-names'

const routes = Object.fromEntries(
  (
    [
      ['root', undefined, ''],
      ['home', 'root', undefined],
      ['rapat.$id', 'root', 'rapat/:id'],
      ['rapat.$id.peserta', 'rapat.$id', 'peserta'],
      ['rapat.baru', 'root', 'rapat/baru'],
      ['undangan', 'root', 'undangan/:token'],
      ['$', 'root', '*'],
    ] as const
  ).map(([id, parentId, path]) => [id, { id, parentId, path, module: {} }]),
) as unknown as ServerBuild['routes']

describe('names of routes', () => {
  const name = routeNames(routes)
  it.each([
    ['/', '/'],
    ['/_root.data', '/'],
    ['/rapat/baru', '/rapat/baru'],
    ['/rapat/0190-1', '/rapat/:id'],
    ['/rapat/0190-1.data', '/rapat/:id'],
    ['/rapat/0190-1/peserta', '/rapat/:id/peserta'],
    ['/undangan/hX3_9-kQ2vLm', '/undangan/:token'],
    ['/wp-login.php', '*'],
    ['/rapat/a/b/c', '*'],
    ['/berkas/0190-1/bagian', '/berkas'],
  ])('%s → %s', (path, wanted) => {
    expect(name(path)).toBe(wanted)
  })
})
