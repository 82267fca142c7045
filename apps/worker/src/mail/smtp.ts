import { DeliveryError, type MailServer } from '@mufakat/services'
import { createTransport } from 'nodemailer'
import type { Message } from './message'

/** Each wait on a mail server has an end, so that one which says nothing holds no worker for long. */
const CONNECT_MS = 15_000
const SILENCE_MS = 60_000

interface SmtpError {
  readonly message: string
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
}

/**
 * What an attempt has come to. A `5xx` to the reader's address or to the letter itself stays one; to our name or
 * password it does not, because somebody will mend that. Once the letter itself is on its way, silence may mean yes.
 */
export function deliveryErrorOf(error: unknown): DeliveryError {
  const { message, command, responseCode } = error as SmtpError
  const isAboutLetter = command === 'RCPT TO' || command === 'DATA'
  const isRefused = responseCode !== undefined && responseCode >= 500
  return new DeliveryError(message, {
    isFinal: isAboutLetter && isRefused,
    isOutcomeUnknown: command === 'DATA' && responseCode === undefined,
    cause: error,
  })
}

/** Hands a letter to a mail server, on a line of its own; resolves when the server has taken it. */
export async function sendBySmtp(server: MailServer, { envelope, raw }: Message): Promise<void> {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.tls === 'tls',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'none',
    ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ envelope, raw })
  } catch (error) {
    throw deliveryErrorOf(error)
  } finally {
    transport.close()
  }
}
