import type { IncomingMessage } from 'node:http'
import type { ErrorCode } from '@mufakat/kernel'
import { networkOf } from '@mufakat/services'
import { MAX_SOCKETS, MAX_UNKNOWN, MAX_UNKNOWN_OF_NETWORK, NETWORK_TRIES } from './limits'
import { Rate } from './rate'

/**
 * Who may try to come in. Before a session is known there is nothing but an address.
 *
 * 1. A network may try so often, and have so many connections of which it is not known who they are.
 * 2. Of all networks together there are so many such connections, and so many of any kind.
 * 3. The address is the forwarded one only when our own proxy says so, which stands on this machine.
 * All refusals are passing: the same client gets in later.
 */
export class Door {
  readonly #networks = new Map<string, { readonly tries: Rate; unknown: number; triedAt: number }>()
  #unknown = 0
  #all = 0

  /** @returns why not; null when they may try */
  knock(request: IncomingMessage): ErrorCode | null {
    if (this.#all >= MAX_SOCKETS || this.#unknown >= MAX_UNKNOWN) return 'unavailable'
    const network = this.#network(request)
    if (network.unknown >= MAX_UNKNOWN_OF_NETWORK || !network.tries.take()) return 'rate-limited'
    return null
  }

  /** A connection has been opened. @returns to be called once, when it is known who it is or when it has ended before */
  opened(request: IncomingMessage): () => void {
    const network = this.#network(request)
    this.#all += 1
    this.#unknown += 1
    network.unknown += 1
    return () => {
      this.#unknown -= 1
      network.unknown -= 1
    }
  }

  /** A connection has ended. */
  ended(): void {
    this.#all -= 1
  }

  /** Forgets networks whose tries have long been refilled. */
  tidy(now = performance.now()): void {
    for (const [address, { unknown, triedAt }] of this.#networks)
      if (unknown === 0 && now - triedAt > REFILLED_MS) this.#networks.delete(address)
  }

  #network(request: IncomingMessage) {
    const address = networkOf(addressOf(request))
    const network = this.#networks.get(address) ?? {
      tries: new Rate(...NETWORK_TRIES),
      unknown: 0,
      triedAt: 0,
    }
    network.triedAt = performance.now()
    this.#networks.set(address, network)
    return network
  }
}

const REFILLED_MS = (NETWORK_TRIES[1] / NETWORK_TRIES[0]) * 1_000

export function addressOf(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress ?? ''
  if (!LOOPBACK.test(peer)) return peer
  // Our proxy sets it anew. Should there ever be several, the last was written nearest to us.
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
  return forwarded.split(',').at(-1)?.trim() || peer
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/
