import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'

export const newNonce = (): string => randomBytes(16).toString('base64')

export interface HeaderPolicy {
  readonly nonce: string
  /** Origin by which people come: also the one for the live connection. */
  readonly baseUrl: string
  /** Vite's own scripts and styles need more than a nonce. */
  readonly development: boolean
}

/** Nothing runs, loads or is sent anywhere but here; scripts and styles of a page only with its nonce. */
export function contentSecurityPolicy({ nonce, baseUrl, development }: HeaderPolicy): string {
  const socket = baseUrl.replace(/^http/, 'ws')
  const own = development ? "'self' 'unsafe-inline' 'unsafe-eval'" : `'self' 'nonce-${nonce}'`
  const style = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${style}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${development ? 'ws: wss:' : socket}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(baseUrl.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

const HALF_YEAR_S = 182 * 24 * 3600

/** Headers of every answer, pages and files alike. */
export function securityHeaders(secure: boolean): RequestHandler {
  const fixed: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...(secure ? { 'Strict-Transport-Security': `max-age=${HALF_YEAR_S}` } : {}),
  }
  return (_request, response, next) => {
    response.set(fixed)
    next()
  }
}
