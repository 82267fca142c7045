import { REGION_LICENCE } from '@mufakat/domain'
import { OPEN_FORMATS, type OpenFile, type OpenFormat } from '@mufakat/services'

/** How long a copy is good for without asking again. */
const FRESH_S = 300

/** A file of open data: anybody may keep it, any page may read it, and one that is the same is not sent again. */
export function openAnswer(request: Request, file: OpenFile, name: string): Response {
  const headers = {
    'Cache-Control': `public, max-age=${FRESH_S}, must-revalidate`,
    ETag: file.tag,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    Link: `<${REGION_LICENCE.url}>; rel="license"`,
  }
  const known = request.headers.get('If-None-Match')?.split(',') ?? []
  // What compresses an answer on its way makes its tag a weak one.
  if (known.some(tag => tag.trim().replace(/^W\//, '') === file.tag))
    return new Response(null, { status: 304, headers })
  return new Response(file.body, {
    headers: {
      ...headers,
      'Content-Type': file.type,
      'Content-Disposition': `inline; filename="${name}"`,
    },
  })
}

export const formatOfFile = (file: string | undefined): OpenFormat | null =>
  OPEN_FORMATS.find(format => file === `nilai.${format}`) ?? null
