import type { RecordCheck } from '@mufakat/services'
import { Button, buttonClass, describe, Field, Input, Notice } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { BadgeCheck, CircleX, FlaskConical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Door } from '~/account/door'
import { useAllWords } from '~/frame/words'
import { codeText } from '~/pengesahan/code'

/** What a pasted hash came to. */
export type Compared = 'same' | 'other' | 'shape' | null

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

function Compare({ compared, pasted }: { compared: Compared; pasted: string }) {
  const words = useAllWords()
  const help = words.t('periksa.compare.help')
  return (
    <Form method="get" className="grid gap-3">
      <Field id="hash" label={words.t('periksa.compare')} help={help}>
        <Input
          name="hash"
          defaultValue={pasted}
          autoComplete="off"
          spellCheck={false}
          className="font-mono text-xs"
          {...describe('hash', { help })}
        />
      </Field>
      {compared !== null && (
        <Notice
          tone={compared === 'same' ? 'success' : 'danger'}
          icon={compared === 'same' ? BadgeCheck : CircleX}
          role="status"
        >
          {words.t(`periksa.compare.${compared}`)}
        </Notice>
      )}
      <Button type="submit" kind="secondary" className="w-fit">
        {words.t('periksa.compare.submit')}
      </Button>
    </Form>
  )
}

export function RecordPage({
  code,
  record,
  compared,
  pasted,
}: {
  code: string
  record: RecordCheck | null
  compared: Compared
  pasted: string
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
      <Notice tone="success" icon={BadgeCheck}>
        {words.t('periksa.known')}
      </Notice>
      {record.isExample && (
        <Notice tone="neutral" icon={FlaskConical}>
          {words.t('periksa.example')}
        </Notice>
      )}
      <Facts record={record} />
      <Compare compared={compared} pasted={pasted} />
      <a href="/periksa" className={buttonClass('quiet')}>
        {words.t('periksa.again')}
      </a>
    </Door>
  )
}
