/** A hash as it was brought in the address: without spaces, in small letters; empty where there is none. */
export const pastedHash = (request: Request): string =>
  (new URL(request.url).searchParams.get('hash') ?? '').replaceAll(/\s/g, '').toLowerCase().slice(0, 200)
