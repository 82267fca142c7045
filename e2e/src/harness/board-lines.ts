import type { LiveBoard } from '@mufakat/live'
import type { Page, WebSocketRoute } from '@playwright/test'

export type Move = Parameters<LiveBoard['move']>[0]

interface Answer {
  readonly ok: boolean
  readonly code?: string
}

/** What is asked again. */
const PASSING = ['unavailable', 'rate-limited', 'unexpected']

/** The websockets of a page: what it moves, what of it is acknowledged or refused, and a way to break them. */
export class BoardLines {
  readonly acknowledged = new Map<string, Move>()
  /** For good, with the code of the error. */
  readonly refused = new Map<string, { readonly move: Move; readonly code: string }>()
  readonly #open = new Set<WebSocketRoute>()
  #isDown = false

  static async of(page: Page): Promise<BoardLines> {
    const lines = new BoardLines()
    await page.routeWebSocket(/\/socket\.io\//, route => lines.#take(route))
    return lines
  }

  /** Breaks what is open; the page comes back by itself. */
  drop(): void {
    for (const route of this.#open) void route.close({ code: 1001 })
    this.#open.clear()
  }

  /** Nothing comes through until `heal`. */
  cut(): void {
    this.#isDown = true
    this.drop()
  }

  heal(): void {
    this.#isDown = false
  }

  #answered(move: Move, { ok, code = '' }: Answer): void {
    if (ok) this.acknowledged.set(move.commandId, move)
    else if (!PASSING.includes(code)) this.refused.set(move.commandId, { move, code })
  }

  #take(route: WebSocketRoute): void {
    if (this.#isDown) {
      void route.close({ code: 1001 })
      return
    }
    const server = route.connectToServer()
    this.#open.add(route)
    /** Packet number → the move that it carries. */
    const asked = new Map<string, Move>()
    route.onMessage(message => {
      const [, id, body] = (typeof message === 'string' && /^42(\d+)(\["move",.*)$/.exec(message)) || []
      if (id !== undefined && body !== undefined) asked.set(id, (JSON.parse(body) as [string, Move])[1])
      server.send(message)
    })
    server.onMessage(message => {
      const [, id, body] = (typeof message === 'string' && /^43(\d+)(.*)$/.exec(message)) || []
      const move = id === undefined ? undefined : asked.get(id)
      if (move !== undefined && body !== undefined) this.#answered(move, (JSON.parse(body) as [Answer])[0])
      route.send(message)
    })
    const gone = () => void this.#open.delete(route)
    route.onClose((code, reason) => {
      gone()
      void server.close({ code: code ?? 1000, reason: reason ?? '' })
    })
    server.onClose((code, reason) => {
      gone()
      void route.close({ code: code ?? 1000, reason: reason ?? '' })
    })
  }
}
