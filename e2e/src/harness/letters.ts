import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A letter of the outbox folder, with its parts decoded. */
export interface OutboxLetter {
  readonly to: string
  readonly subject: string
  readonly messageId: string
  readonly text: string
  /** The calendar part that clients act on, and its method; null: there is none. */
  readonly calendar: { readonly method: string; readonly file: string } | null
  /** The same as an attachment. */
  readonly attached: string | null
}

const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replace(/\r?\n[ \t]/g, ' ') ?? ''

/** RFC 2047, as far as our own composer writes it. */
const decodedWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : quoted(coded.replaceAll('_', ' ')),
    )

const quoted = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, run => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))

/** The decoded body of the first part of a type; null where there is none. */
function part(raw: string, type: RegExp): { head: string; body: string } | null {
  const at = raw.search(type)
  if (at < 0) return null
  const [head = '', ...rest] = raw.slice(at).split(/\r?\n\r?\n/)
  const body = rest.join('\r\n\r\n').split(/\r?\n--/)[0] ?? ''
  const coding = header(raw.slice(raw.lastIndexOf('\n--', at), at + head.length), 'Content-Transfer-Encoding')
  if (/base64/i.test(coding)) return { head, body: Buffer.from(body, 'base64').toString('utf8') }
  return { head, body: /quoted-printable/i.test(coding) ? quoted(body) : body }
}

async function readLetter(path: string): Promise<OutboxLetter> {
  const raw = await readFile(path, 'utf8')
  const calendar = part(raw, /^Content-Type: text\/calendar/im)
  return {
    to: header(raw, 'To'),
    subject: decodedWords(header(raw, 'Subject')),
    messageId: header(raw, 'Message-ID'),
    text: part(raw, /^Content-Type: text\/plain/im)?.body ?? '',
    calendar: calendar && {
      method: /method=([A-Z]+)/.exec(calendar.head)?.[1] ?? '',
      file: calendar.body,
    },
    attached: part(raw, /^Content-Type: application\/ics/im)?.body ?? null,
  }
}

/** Every letter that the worker has put into the folder of this system, in the order of their names. */
export async function outboxLetters(dataDir: string): Promise<OutboxLetter[]> {
  const folder = join(dataDir, 'outbox')
  const files = await readdir(folder).catch(() => [])
  return Promise.all(
    files
      .filter(name => name.endsWith('.eml'))
      .sort()
      .map(name => readLetter(join(folder, name))),
  )
}
