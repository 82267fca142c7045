import { SMTPServer } from 'smtp-server'

/** Where a mail server may fall silent: what it does next, it does not do until told. */
export const PHASES = ['connect', 'mail', 'rcpt', 'data'] as const
export type Phase = (typeof PHASES)[number]

export interface Accepted {
  readonly messageId: string
  readonly raw: string
}

/** A mail server on this machine that keeps what it has said yes to, and falls silent where it is asked to. */
export class Sink {
  readonly accepted: Accepted[] = []
  /** Called when a letter has been taken, before its sender can know. */
  onAccepted: () => void = () => {}
  #silentIn: Phase | null = null
  #reached: () => void = () => {}
  readonly #server: SMTPServer

  constructor() {
    const stop = (phase: Phase, next: () => void) => {
      if (this.#silentIn !== phase) next()
      // Never answered: the one who waits is about to be killed.
      else this.#reached()
    }
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onConnect: (_session, answer) => stop('connect', () => answer()),
      onMailFrom: (_address, _session, answer) => stop('mail', () => answer()),
      onRcptTo: (_address, _session, answer) => stop('rcpt', () => answer()),
      onData: (stream, _session, answer) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () =>
          stop('data', () => {
            const raw = Buffer.concat(chunks).toString('utf8')
            this.accepted.push({ messageId: /^Message-ID: (.+)\r$/m.exec(raw)?.[1] ?? '', raw })
            answer()
            this.onAccepted()
          }),
        )
      },
    })
    // A killed sender is what these tests are about.
    this.#server.on('error', () => {})
  }

  /** Falls silent in this phase from now on; resolves when somebody waits there. */
  silent(phase: Phase): Promise<void> {
    this.#silentIn = phase
    return new Promise(resolve => {
      this.#reached = resolve
    })
  }

  talk(): void {
    this.#silentIn = null
  }

  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      const listening = this.#server.listen(0, '127.0.0.1', () => {
        const address = listening.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  }

  close(): Promise<void> {
    return new Promise(resolve => this.#server.close(() => resolve()))
  }
}
