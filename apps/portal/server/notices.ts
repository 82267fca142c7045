import type { Session } from '@mufakat/services'
import { type ServiceContext, unreadOf } from '@mufakat/services'
import type { Request, RequestHandler, Response } from 'express'

/*
 * How many notices people have not read, told to the pages that they look at. Invariants:
 * 1. A number is asked from the database when the bell rings for its person, and for everybody when the bell is heard
 *    again and every half a minute; what is sent is what was asked last.
 * 2. A stream is its session's at its beginning. It ends after some minutes, and when the bell rings for the person or
 *    the session: who comes back is asked who they are.
 * 3. Nothing is sent to a stream that does not take it: a number that waits is replaced by the next one.
 */

export const NOTICES_PATH = '/pemberitahuan/jumlah'

const ROUND_MS = 30_000
/** A page comes back by itself, and so proves now and then that it is still somebody's. */
const STREAM_MS = 10 * 60_000
const MOST_STREAMS_OF_ONE = 20

interface Stream {
  readonly personId: string
  readonly sessionId: string
  readonly response: Response
  readonly begunAt: number
  told: number | null
}

export interface NoticeStreams {
  readonly handler: RequestHandler
  close(): Promise<void>
}

export function noticeStreams(options: {
  readonly services: ServiceContext
  readonly sessionOf: (request: Request) => Promise<Session | null>
  readonly logError: (error: unknown) => void
}): NoticeStreams {
  const { services, sessionOf, logError } = options
  const streams = new Set<Stream>()

  const tell = (stream: Stream, unread: number, isNews: boolean): void => {
    if ((stream.told === unread && !isNews) || stream.response.writableNeedDrain) return
    stream.told = unread
    stream.response.write(`data: ${unread}\n\n`)
  }
  /** @param isNews told also when the number is the same: one was read and one came, or one tells of more */
  const ask = async (concerned: readonly Stream[], isNews: boolean): Promise<void> => {
    if (concerned.length === 0) return
    const unread = await unreadOf(services, [...new Set(concerned.map(one => one.personId))])
    for (const stream of concerned)
      if (streams.has(stream)) tell(stream, unread.get(stream.personId) ?? 0, isNews)
  }
  const asked = (concerned: Iterable<Stream>, isNews = false): void =>
    void ask([...concerned], isNews).catch(logError)
  const of = (isMeant: (stream: Stream) => boolean): Stream[] => [...streams].filter(isMeant)
  const end = (ended: readonly Stream[]): void => {
    for (const { response } of ended) response.end()
  }

  const bell = services.database.listen({
    heard: ring => {
      if (ring.about === 'notice')
        asked(
          of(one => one.personId === ring.id),
          true,
        )
      else if (ring.about === 'person') end(of(one => one.personId === ring.id))
      else if (ring.about === 'session') end(of(one => one.sessionId === ring.id))
    },
    hearing: isHearing => {
      if (isHearing) asked(streams)
    },
  })
  const round = setInterval(() => {
    const now = Date.now()
    end(of(one => one.begunAt + STREAM_MS < now))
    // A line that says nothing is taken for dead by what stands between.
    for (const { response } of streams) if (!response.writableNeedDrain) response.write(':\n\n')
    asked(streams)
  }, ROUND_MS)
  round.unref()

  const open = (response: Response, { person, sessionId }: Session): void => {
    const stream = { personId: person.id, sessionId, response, begunAt: Date.now(), told: null }
    end(of(one => one.personId === person.id).slice(0, -(MOST_STREAMS_OF_ONE - 1)))
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // A proxy that gathers answers would hold the numbers back.
      'X-Accel-Buffering': 'no',
    })
    response.write('retry: 5000\n\n')
    streams.add(stream)
    response.once('close', () => streams.delete(stream))
    asked([stream])
  }

  return {
    handler: (request, response, next) => {
      sessionOf(request).then(session => {
        // A guest by link has none, and those of a person looked at are that person's alone.
        if (!session || session.viewing || session.actor.guestOf) response.status(204).end()
        else open(response, session)
      }, next)
    },
    close: async () => {
      clearInterval(round)
      end([...streams])
      await bell.close()
    },
  }
}
