import type { RecordCheck } from '@mufakat/services'
import { buttonClass, Notice } from '@mufakat/ui'
import { BadgeCheck, CircleX, FileQuestion, FlaskConical, History } from 'lucide-react'
import type { ReactNode } from 'react'
import { Door } from '~/account/door'
import { useAllWords } from '~/frame/words'
import { codeText } from '~/pengesahan/code'
import { HashForm } from '~/periksa/hash-form'

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="text-sm break-words">{children}</dd>
    </div>
  )
}

function Facts({ record }: { record: RecordCheck }) {
  const words = useAllWords()
  return (
    <dl className="grid gap-3 rounded-md border border-line bg-sunken p-4">
      <Fact label={words.t('periksa.field.kind')}>
        {record.number === 0
          ? words.t('periksa.kind.notula')
          : words.t('periksa.kind.koreksi', { n: record.number })}
      </Fact>
      <Fact label={words.t('periksa.field.title')}>{record.title}</Fact>
      {record.date && <Fact label={words.t('periksa.field.date')}>{words.date(record.date, 'full')}</Fact>}
      <Fact label={words.t('periksa.field.at')}>{words.dateTime(record.at)}</Fact>
      <Fact label={words.t('periksa.field.by')}>
        <ul>
          {record.signedBy.map(({ role, jabatan, at }) => (
            <li key={role}>
              {words.t('periksa.by', {
                jabatan: jabatan ?? words.t('periksa.by.unknown'),
                role: words.t(`sahkan.panel.role.${role}`),
                at: words.dateTime(at),
              })}
            </li>
          ))}
        </ul>
      </Fact>
      <Fact label={words.t('periksa.field.signed')}>
        {record.signedCopy === null ? (
          words.t('periksa.signed.none')
        ) : (
          <>
            <span className="block font-semibold">{record.signedCopy.srikandiNumber}</span>
            <span className="block text-ink-2">
              {words.t('periksa.signed.at', { at: words.dateTime(record.signedCopy.at) })}
            </span>
          </>
        )}
      </Fact>
      <Fact label={words.t('periksa.field.hash')}>
        <span className="font-mono text-xs break-all">{record.hash}</span>
      </Fact>
      {record.others.length > 0 && (
        <Fact label={words.t('periksa.others')}>
          <ul>
            {record.others.map(other => (
              <li key={other.number}>
                <a href={`/periksa/${other.code}`} className="inline-flex min-h-11 items-center gap-2">
                  {other.number === 0
                    ? words.t('periksa.other.notula')
                    : words.t('periksa.other.koreksi', { n: other.number })}
                  <span className="font-mono text-xs">{codeText(other.code)}</span>
                </a>
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  )
}

const LOOKS = {
  record: ['success', BadgeCheck],
  paper: ['success', BadgeCheck],
  signed: ['success', BadgeCheck],
  'signed-before': ['warn', History],
  elsewhere: ['warn', FileQuestion],
  other: ['danger', CircleX],
} as const

/** What the file is that was brought, said before anything else. */
function Result({ record }: { record: RecordCheck }) {
  const words = useAllWords()
  const { compared, signedCopy } = record
  if (compared === null || compared.is === 'no-hash') return null
  const [tone, icon] = LOOKS[compared.is]
  return (
    <Notice tone={tone} icon={icon} role="status">
      {compared.is === 'signed'
        ? words.t('periksa.compare.signed', { number: signedCopy?.srikandiNumber ?? '' })
        : words.t(`periksa.compare.${compared.is}`)}
      {compared.is === 'elsewhere' && (
        <>
          {' '}
          <a href={`/periksa/${compared.code}`} className="font-mono font-semibold">
            {codeText(compared.code)}
          </a>
        </>
      )}
    </Notice>
  )
}

export function RecordPage({
  code,
  hash,
  record,
}: {
  code: string
  /** As it was brought. */
  hash: string
  record: RecordCheck | null
}) {
  const words = useAllWords()
  if (record === null)
    return (
      <Door title={words.t('periksa.unknown', { code })} lead={words.t('periksa.unknown.help')}>
        <a href="/periksa" className={buttonClass('primary')}>
          {words.t('periksa.again')}
        </a>
      </Door>
    )
  return (
    <Door title={words.t('periksa.title')} lead={codeText(record.code)}>
      <Result record={record} />
      <Notice tone="success" icon={BadgeCheck}>
        {words.t('periksa.known')}
      </Notice>
      {record.isExample && (
        <Notice tone="neutral" icon={FlaskConical}>
          {words.t('periksa.example')}
        </Notice>
      )}
      <Facts record={record} />
      <HashForm
        pasted={hash}
        error={record.compared?.is === 'no-hash' ? words.t('periksa.compare.no-hash') : null}
      />
      <a href="/periksa" className={buttonClass('quiet')}>
        {words.t('periksa.again')}
      </a>
    </Door>
  )
}
