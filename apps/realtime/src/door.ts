import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { ErrorCode } from '@mufakat/kernel'
import { networkOf } from '@mufakat/services'
import { MAX_SOCKETS, MAX_UNKNOWN, MAX_UNKNOWN_OF_NETWORK, NETWORK_TRIES } from './limits'
import { Rate } from './rate'

/**
 * Who may try to come in. Before a session is known there is nothing but an address.
 *
 * 1. A network may try so often, and have so many connections of which it is not known who they are.
 * 2. Of all networks together there are so many such connections, and so many of any kind.
 * 3. The address is the forwarded one only as far as proxies say so that are believed: those of this machine, and those
 *    that were named.
 * All refusals are passing: the same client gets in later.
 */
export class Door {
  readonly #networks = new Map<string, { readonly tries: Rate; unknown: number; triedAt: number }>()
  #unknown = 0
  #all = 0
  readonly #proxies: BlockList

  /** @param proxies addresses and networks that are believed about who people are, beside this machine */
  constructor(proxies: readonly string[] = []) {
    this.#proxies = networksOf(proxies)
  }

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
    const address = networkOf(addressOf(request, this.#proxies))
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

/** From the nearest proxy outwards: the first address that is no proxy of ours. */
export function addressOf(request: IncomingMessage, proxies: BlockList): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => isIP(part) !== 0)
  let address = request.socket.remoteAddress ?? ''
  while (isProxy(address, proxies)) {
    const next = forwarded.pop()
    if (next === undefined) break
    address = next
  }
  return address
}

function isProxy(address: string, proxies: BlockList): boolean {
  const version = isIP(address)
  return version !== 0 && proxies.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** This machine, and these. */
export function networksOf(list: readonly string[]): BlockList {
  const networks = new BlockList()
  for (const text of ['127.0.0.0/8', '::1', ...list]) {
    const [address = '', bits] = text.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) networks.addAddress(address, family)
    else networks.addSubnet(address, Number(bits), family)
  }
  return networks
}
