import type { ServerBuild } from '@remix-run/node'

/** The name of the route that an address leads to, such as `/rapat/:id/peserta`; `*` for what leads nowhere. */
export type NameRoute = (path: string) => string

interface Pattern {
  readonly name: string
  readonly parts: readonly string[]
}

/** Served beside the pages. */
const STREAMS = ['/berkas']

const partsOf = (path: string): string[] => path.split('/').filter(part => part !== '')

/** Fixed parts before named ones, as the router chooses. */
const rank = ({ parts }: Pattern): string => parts.map(part => (part.startsWith(':') ? '1' : '0')).join('')

/**
 * Names routes for what is counted and logged: addresses hold ids and tokens, and there is no end of them. A page's
 * own requests for data (`.data`) go by its page.
 */
export function routeNames(routes: ServerBuild['routes']): NameRoute {
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    return route === undefined ? '' : `${pathOf(route.parentId)}/${route.path ?? ''}`
  }
  const patterns = Object.keys(routes)
    .map((id): Pattern => {
      const parts = partsOf(pathOf(id))
      return { name: `/${parts.join('/')}`, parts }
    })
    .filter(({ parts }) => parts.at(-1) !== '*')
    .sort((a, b) => rank(a).localeCompare(rank(b)))
  return path => {
    const asked = partsOf(path.replace(/\.data$/, '').replace(/^\/_root$/, '/'))
    const found = patterns.find(
      ({ parts }) =>
        parts.length === asked.length &&
        parts.every((part, at) => part.startsWith(':') || part === asked[at]),
    )
    return found?.name ?? STREAMS.find(stream => path.startsWith(`${stream}/`)) ?? '*'
  }
}
