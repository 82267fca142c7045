import { Writable } from 'node:stream'
import { catalogueFor, createWords, type Locale, type Words, type Zone } from '@mufakat/i18n'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from './frame/nonce'
import { WordsProvider } from './frame/words'
import { localeOfSession } from './request/context.server'
import { localeOf } from './request/locale.server'

const ABORT_MS = 10_000

const made = new Map<string, Words>()

function wordsOf(locale: Locale, zone: Zone): Words {
  const key = `${locale} ${zone}`
  const words = made.get(key) ?? createWords(locale, catalogueFor(locale), zone)
  made.set(key, words)
  return words
}

/** A page in one piece: nothing of ours streams, and one chunk costs a quarter less than many. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const locale = localeOf(request.headers, localeOfSession(context))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk)
        done()
      },
      final: done => {
        headers.set('Content-Type', 'text/html; charset=utf-8')
        headers.append('Vary', 'Cookie, Accept-Language')
        headers.set('Cache-Control', 'private, no-store')
        resolve(new Response(Buffer.concat(chunks), { status: failed ? 500 : status, headers }))
        done()
      },
    })
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <WordsProvider words={wordsOf(locale, context.zone)}>
          <RemixServer context={remix} url={request.url} nonce={context.nonce} />
        </WordsProvider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onAllReady: () => {
          clearTimeout(timer)
          pipe(sink)
        },
        onShellError: reject,
        onError: error => {
          failed = true
          context.logError(error, context.requestId)
        },
      },
    )
    const timer = setTimeout(abort, ABORT_MS)
  })
}

/** Errors that loaders and actions did not expect. The person sees the reference, the log has the rest. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted) context.logError(error, context.requestId)
}
