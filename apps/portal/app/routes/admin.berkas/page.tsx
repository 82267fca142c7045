import type { FileSettings, FileUse } from '@mufakat/services'
import {
  Button,
  Card,
  CardHead,
  Choice,
  type Column,
  DataTable,
  describe,
  Empty,
  Field,
  Input,
  Notice,
} from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CircleCheckBig, HardDrive } from 'lucide-react'
import { sizeIn } from '~/berkas/kinds'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

const MB = 1_048_576

const NUMBERS = [
  ['maxMegabytes', 'admin.berkas.max', 'admin.berkas.max.help'],
  ['quotaMegabytes', 'admin.berkas.quota', 'admin.berkas.quota.help'],
  ['retentionDays', 'admin.berkas.retention', 'admin.berkas.retention.help'],
] as const

function Fields({ settings }: { settings: FileSettings }) {
  const words = useAllWords()
  const errorOf = useFieldErrors()
  return (
    <>
      {NUMBERS.map(([name, label, help]) => {
        const error = errorOf(name)
        return (
          <Field key={name} id={name} label={words.t(label)} help={words.t(help)} error={error}>
            <Input
              name={name}
              inputMode="numeric"
              defaultValue={settings[name]}
              className="max-w-40"
              {...describe(name, { error, help: true })}
            />
          </Field>
        )
      })}
      <fieldset>
        <legend className="mb-1 text-sm font-semibold">{words.t('admin.berkas.scanner')}</legend>
        {(['refuse', 'accept'] as const).map(one => (
          <Choice
            key={one}
            type="radio"
            name="scannerAway"
            value={one}
            defaultChecked={one === settings.scannerAway}
            label={words.t(`admin.berkas.scanner.${one}`)}
            className="-mx-3"
          />
        ))}
        <p className="text-xs text-ink-2">{words.t('admin.berkas.scanner.help')}</p>
      </fieldset>
    </>
  )
}

function UseTable({ use, quota }: { use: readonly FileUse[]; quota: number }) {
  const words = useAllWords()
  const columns: Column<FileUse>[] = [
    {
      key: 'opd',
      label: words.t('admin.berkas.use.opd'),
      lead: true,
      cell: one => one.opd ?? words.t('berkas.no-opd'),
    },
    {
      key: 'count',
      label: words.t('admin.berkas.use.count'),
      align: 'end',
      cell: one => words.number(one.count),
    },
    {
      key: 'bytes',
      label: words.t('admin.berkas.use.bytes'),
      align: 'end',
      cell: one => sizeIn(words, one.bytes),
    },
    {
      key: 'share',
      label: words.t('admin.berkas.use.share'),
      align: 'end',
      cell: one => words.percent(one.bytes / quota, 0),
    },
  ]
  return (
    <DataTable
      caption={words.t('admin.berkas.use')}
      columns={columns}
      rows={use}
      rowKey={one => one.opd ?? ''}
    />
  )
}

export function AdminBerkasPage({
  settings,
  use,
  saved,
  errors,
}: {
  settings: FileSettings
  use: readonly FileUse[]
  saved: boolean
  errors: FormErrors | undefined
}) {
  const words = useAllWords()
  return (
    <>
      <PageHead title={words.t('admin.berkas')} lead={words.t('admin.berkas.lead')} />
      <div className="grid gap-6">
        {saved && (
          <Notice tone="success" icon={CircleCheckBig} role="status">
            {words.t('admin.berkas.saved')}
          </Notice>
        )}
        <Card as="section" aria-labelledby="batas">
          <CardHead id="batas" title={words.t('admin.berkas.limits')} />
          <Form method="post" className="grid gap-5 p-4 sm:p-5">
            <FieldErrors errors={errors}>
              <Fields settings={settings} />
            </FieldErrors>
            <Button type="submit" className="w-fit">
              {words.t('action.save')}
            </Button>
          </Form>
        </Card>
        <Card as="section" aria-labelledby="ruang">
          <CardHead id="ruang" title={words.t('admin.berkas.use')} />
          {use.length > 0 ? (
            <UseTable use={use} quota={settings.quotaMegabytes * MB} />
          ) : (
            <Empty compact icon={HardDrive} title={words.t('admin.berkas.use.empty')} />
          )}
        </Card>
      </div>
    </>
  )
}
