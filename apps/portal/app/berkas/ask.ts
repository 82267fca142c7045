export interface Answer {
  /** 0: nobody answered. */
  readonly status: number
  readonly body: Readonly<Record<string, unknown>> | null
  /** Upload-Offset, where it was told. */
  readonly offset: number | null
}

interface Question {
  readonly method: 'POST' | 'PATCH' | 'HEAD' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Blob | string
  readonly onSent?: (bytes: number) => void
  readonly signal: AbortSignal
}

function bodyOf(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body']
  } catch {
    return null
  }
}

/** One request; `fetch` would not tell how much of a body has been sent. Never rejects. */
export const ask = ({ method, url, headers = {}, body, onSent, signal }: Question): Promise<Answer> =>
  new Promise(resolve => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    if (onSent) request.upload.onprogress = event => onSent(event.loaded)
    request.onloadend = () => {
      signal.removeEventListener('abort', stop)
      const offset = request.status === 0 ? null : request.getResponseHeader('Upload-Offset')
      resolve({
        status: request.status,
        body: bodyOf(request.responseText),
        offset: offset === null ? null : Number(offset),
      })
    }
    if (signal.aborted) resolve({ status: 0, body: null, offset: null })
    else {
      signal.addEventListener('abort', stop)
      request.send(body ?? null)
    }
  })
