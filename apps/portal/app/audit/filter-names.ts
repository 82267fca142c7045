/** The names of the fields in addresses and forms. */
export const FIELDS = {
  actor: 'pelaku',
  action: 'tindakan',
  rapatId: 'rapat',
  from: 'dari',
  until: 'sampai',
} as const

/** In place of a person: what the system did by itself. */
export const SYSTEM = 'sistem'
