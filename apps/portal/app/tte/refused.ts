/** Why a signed copy was not taken, with what was typed: it came by a form whose answer is an address. */
export interface UploadRefused {
  /** Of a file, or `srikandi`, or a code of an error. */
  readonly reason: string
  readonly number: number
  readonly srikandi: string
}

export function uploadRefused(params: URLSearchParams): UploadRefused | null {
  const reason = params.get('ditolak')
  if (reason === null) return null
  return {
    reason,
    number: Number(params.get('nomor')) || 0,
    srikandi: (params.get('srikandi') ?? '').slice(0, 200),
  }
}
