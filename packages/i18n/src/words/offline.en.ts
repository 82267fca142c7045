import type { offlineId } from './offline.id'

export const offlineEn: Record<keyof typeof offlineId, string> = {
  'offline.title': 'The server cannot be reached yet',
  'offline.lead': 'The page you asked for opens by itself as soon as the server answers.',
  'offline.trying': 'Contacting the server…',
  'offline.still': 'No answer yet. It is tried again by itself.',
}
