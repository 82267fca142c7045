import type { LiveBoard } from '@mufakat/live'
import type { Page, WebSocketRoute } from '@playwright/test'

export type Move = Parameters<LiveBoard['move']>[0]

/** The websockets of a page: what it moves, what of it is acknowledged, and a way to break them. */
export class BoardLines {
  readonly acknowledged = new Map<string, Move>()
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
      if (move !== undefined && body !== undefined && (JSON.parse(body) as [{ ok: boolean }])[0].ok)
        this.acknowledged.set(move.commandId, move)
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
