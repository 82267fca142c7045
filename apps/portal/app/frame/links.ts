import { fontUrl } from '@mufakat/ui'
import styles from '../styles.css?url'

/** What every page looks with. */
export const pageLinks = [
  { rel: 'preload', href: fontUrl, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
] as const
