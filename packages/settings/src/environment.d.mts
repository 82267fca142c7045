export interface Settings {
  /** NODE_ENV; `production` unless set. */
  readonly mode: 'production' | 'development' | 'test'
  /** HOST: what the portal listens on; 127.0.0.1 unless set. */
  readonly host: string
  /** PORT of the portal; 3000 unless set. */
  readonly port: number
  /** BASE_URL as an origin, without a closing slash: what a person's browser shows. */
  readonly baseUrl: string
  /** Whether people reach us by https: cookies are then `Secure` and `__Host-`. */
  readonly secure: boolean
  /** DATA_DIR as an absolute path. */
  readonly dataDir: string
  /** DATABASE_URL: what portal and realtime connect as, or null for the embedded Postgres. */
  readonly databaseUrl: string | null
  /** DATABASE_OWNER_URL: who migrates; null when DATABASE_URL does, or when the embedded Postgres has its own. */
  readonly databaseOwnerUrl: string | null
  /** SESSION_SECRET, at least 32 characters; null lets the starter make one and keep it. */
  readonly sessionSecret: string | null
  /** CLAMD_URL (tcp://host:port or unix:/path) of a virus scanner; null: files are not scanned. */
  readonly clamdUrl: string | null
  /** AUDIT_KEY_FILE as an absolute path; null keeps the key in DATA_DIR. */
  readonly auditKeyFile: string | null
  /** BACKUP_DIR as an absolute path: another folder that an admin may choose for backups; null: there is none. */
  readonly backupDir: string | null
  /** TRUSTED_PROXIES: addresses and networks, beside this machine, that are believed about who people are. */
  readonly trustedProxies: readonly string[]
  /** DEMO: on by default when only this machine can reach us. */
  readonly demo: boolean
  /** REALTIME_PORT on 127.0.0.1, between portal and realtime; null lets the starter find a free one. */
  readonly realtimePort: number | null
  /** WORKER_PORT on 127.0.0.1: health and numbers of the worker; null lets the starter find a free one. */
  readonly workerPort: number | null
  /** METRICS_PORT on 127.0.0.1: numbers of the portal; null lets the starter find a free one. */
  readonly metricsPort: number | null
  /** OTEL_EXPORTER_OTLP_ENDPOINT: where traces go; null: none are made. */
  readonly traces: string | null
  /** SMTP_HOST and what belongs to it; null: what an admin has set in Pengaturan, else a file outbox. */
  readonly smtp: SmtpSettings | null
}

/** A mail server and whose letters it takes. */
export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** `tls` from the first byte, `starttls` insisted on, or `none`. */
  readonly tls: SmtpTls
  readonly user: string | null
  readonly password: string | null
  readonly from: string
  readonly fromName: string | null
  readonly replyTo: string | null
}

export type SmtpTls = 'tls' | 'starttls' | 'none'

/** What portal and realtime run with: the starter (or compose) has answered everything that was open. */
export interface ServiceSettings extends Settings {
  readonly databaseUrl: string
  readonly sessionSecret: string
  readonly realtimePort: number
}

type Environment = Readonly<Record<string, string | undefined>>

/** A setting that cannot be meant. Its message is one line for the person who set it. */
export class SettingsError extends Error {}

/** Whether only this machine can reach what listens there. */
export function isLoopback(host: string): boolean

/**
 * Reads and checks the environment.
 * @param folder what a relative DATA_DIR is relative to
 * @throws SettingsError
 */
export function parseSettings(env: Environment, folder?: string): Settings

/** Like `parseSettings`, for a process of the system: nothing may be left open. Throws SettingsError. */
export function parseServiceSettings(env: Environment, folder?: string): ServiceSettings

/** The complete environment for portal and realtime; `parseServiceSettings` reads it back unchanged. */
export function serviceEnvironment(settings: ServiceSettings): Record<string, string>
