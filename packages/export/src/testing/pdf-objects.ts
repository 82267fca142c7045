import { inflateSync } from 'node:zlib'

/** A PDF of ours as its objects, for tests without another's program. */
export interface PdfObjects {
  /** What stands outside of streams. */
  readonly text: string
  /** The drawing of each page, in order. */
  readonly pages: readonly string[]
}

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)\nendobj/g
const STREAM = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/

export function readPdf(bytes: Uint8Array): PdfObjects {
  const source = Buffer.from(bytes).toString('latin1')
  const dictionaries = new Map<string, string>()
  const streams = new Map<string, string>()
  for (const [, id = '', body = ''] of source.matchAll(OBJECT)) {
    const [, head, data] = STREAM.exec(body) ?? []
    dictionaries.set(id, head ?? body)
    if (head?.includes('/FlateDecode') && !head.includes('/Image') && data !== undefined) {
      streams.set(id, inflateSync(Buffer.from(data, 'latin1')).toString('latin1'))
    }
  }
  const kids = [...dictionaries.values()].find(body => body.includes('/Type /Pages')) ?? ''
  const pages = [...(/\/Kids \[([^\]]*)\]/.exec(kids)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(
    ([, id = '']) => {
      const content = /\/Contents (\d+) 0 R/.exec(dictionaries.get(id) ?? '')?.[1] ?? ''
      return streams.get(content) ?? ''
    },
  )
  return { text: [...dictionaries.values()].join('\n'), pages }
}

/** Operators that paint and stand in no marked content: what a reader aloud would stumble over. */
export function unmarked(page: string): string[] {
  const found: string[] = []
  let depth = 0
  for (const line of page.split('\n')) {
    if (/ (BDC|BMC)$/.test(line)) depth++
    else if (line === 'EMC') depth--
    else if (depth === 0 && /(^|\s)(TJ|Tj|f|S|B|Do)$/.test(line)) found.push(line)
  }
  return depth === 0 ? found : [...found, `left open: ${depth}`]
}
