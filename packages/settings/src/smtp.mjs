// Where letters go. Plain JavaScript, see `environment.mjs`; types in `environment.d.mts`.
import { given, isLoopback, port, SettingsError } from './read.mjs'

const TLS = ['tls', 'starttls', 'none']
const ADDRESS = /^[A-Za-z0-9_.+'-]+@[A-Za-z0-9.-]+$/
/** `alamat` or `Nama <alamat>`. */
const MAILBOX = /^(?:([^<>\r\n"]{1,120}?)\s*<([^<>\s]+)>|([^<>\s]+))$/

function mailbox(env, name) {
  const text = given(env, name)
  if (text === null) return null
  const parts = MAILBOX.exec(text)
  const address = parts?.[2] ?? parts?.[3] ?? ''
  if (!ADDRESS.test(address) || address.length > 254) {
    throw new SettingsError(`${name} harus alamat surel, atau "Nama <alamat>"`)
  }
  return { address, name: parts?.[1] ?? null }
}

/** The mail server of the environment, or null when it names none. */
export function smtpSettings(env) {
  const host = given(env, 'SMTP_HOST')
  if (host === null) return null
  if (!/^[A-Za-z0-9.:_-]{1,253}$/.test(host)) {
    throw new SettingsError('SMTP_HOST harus nama atau alamat IP tanpa port')
  }
  const from = mailbox(env, 'MAIL_FROM')
  if (from === null) throw new SettingsError('MAIL_FROM belum diatur, padahal SMTP_HOST sudah')
  const asked = port(env, 'SMTP_PORT', null)
  const tls = given(env, 'SMTP_TLS') ?? (asked === 465 ? 'tls' : 'starttls')
  if (!TLS.includes(tls)) throw new SettingsError(`SMTP_TLS harus ${TLS.join(', ')}, bukan "${tls}"`)
  const user = given(env, 'SMTP_USER')
  const password = given(env, 'SMTP_PASSWORD')
  if ((user === null) !== (password === null)) {
    throw new SettingsError('SMTP_USER dan SMTP_PASSWORD diatur bersama, atau tidak satu pun')
  }
  if (tls === 'none' && password !== null && !isLoopback(host)) {
    throw new SettingsError('SMTP_TLS=none ditolak dengan kata sandi: semua orang di jalan dapat membacanya')
  }
  return Object.freeze({
    host,
    port: asked ?? (tls === 'tls' ? 465 : 587),
    tls,
    user,
    password,
    from: from.address,
    fromName: from.name,
    replyTo: mailbox(env, 'MAIL_REPLY_TO')?.address ?? null,
  })
}

export function smtpEnvironment(smtp) {
  return {
    SMTP_HOST: smtp.host,
    SMTP_PORT: String(smtp.port),
    SMTP_TLS: smtp.tls,
    ...(smtp.user === null ? {} : { SMTP_USER: smtp.user, SMTP_PASSWORD: smtp.password }),
    MAIL_FROM: smtp.fromName === null ? smtp.from : `${smtp.fromName} <${smtp.from}>`,
    ...(smtp.replyTo === null ? {} : { MAIL_REPLY_TO: smtp.replyTo }),
  }
}
