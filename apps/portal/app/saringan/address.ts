import { type CardFilter, type CardViewName, filterParams } from '@mufakat/domain'

export const VIEW_PATHS: Readonly<Record<CardViewName, string>> = {
  papan: '/tindak-lanjut',
  tabel: '/tindak-lanjut/tabel',
  kalender: '/tindak-lanjut/kalender',
}

const withQuery = (path: string, params: URLSearchParams): string => {
  const query = params.toString()
  return query === '' ? path : `${path}?${query}`
}

/** A view with the same filter. */
export const viewAddress = (view: CardViewName, filter: CardFilter): string =>
  withQuery(VIEW_PATHS[view], new URLSearchParams(filterParams(filter)))

/** This address, otherwise said; null takes a name away. Whatever changes, one begins at the first page. */
export function changedAddress(
  path: string,
  params: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const next = new URLSearchParams(params)
  next.delete('hal')
  for (const [name, value] of Object.entries(changes))
    if (value === null) next.delete(name)
    else next.set(name, value)
  return withQuery(path, next)
}
