import type { TextRow } from './source'

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** One line of COPY's text format (documentation of Postgres, "COPY", File Formats). */
export const copyFields = (line: string): TextRow =>
  line
    .split('\t')
    .map(field =>
      field === '\\N' ? null : field.replaceAll(/\\(.)/gs, (_, sign: string) => ESCAPES[sign] ?? sign),
    )

/** Lines of UTF-8 bytes that come in pieces, without their ends. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
