import { HOLIDAY_KINDS } from '@mufakat/domain'
import type { HolidayView, HolidayYear } from '@mufakat/services'
import {
  Badge,
  Button,
  buttonClass,
  Card,
  CardHead,
  type Column,
  DataTable,
  describe,
  Empty,
  Field,
  Input,
  Select,
} from '@mufakat/ui'
import {
  CalendarPlus2,
  CalendarX2,
  ChevronLeft,
  ChevronRight,
  FileSpreadsheet,
  PartyPopper,
  Trash2,
  UsersRound,
} from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

export interface TypedHoliday {
  readonly date: string
  readonly name: string
  readonly kind: string
}

interface HolidayPageProps {
  readonly shown: HolidayYear
  readonly answer: { readonly errors: FormErrors; readonly typed: TypedHoliday } | undefined
}

function HolidayTable({ holidays }: { holidays: readonly HolidayView[] }) {
  const words = useAllWords()
  const columns: Column<HolidayView>[] = [
    { key: 'name', label: words.t('libur.name'), lead: true, cell: one => one.name },
    {
      key: 'date',
      label: words.t('libur.date'),
      width: 'md:w-56',
      cell: one => words.date(one.date, 'full'),
    },
    {
      key: 'kind',
      label: words.t('libur.kind'),
      width: 'md:w-44',
      cell: one => (
        <Badge
          tone={one.kind === 'nasional' ? 'danger' : 'info'}
          icon={one.kind === 'nasional' ? PartyPopper : UsersRound}
        >
          {words.t(`tampilan.libur.${one.kind}`)}
        </Badge>
      ),
    },
    {
      key: 'acts',
      label: words.t('tl.column.acts'),
      paper: 'hide',
      width: 'md:w-32',
      cell: one => (
        <form method="post">
          <input type="hidden" name="date" value={one.date} />
          <Button
            type="submit"
            name="maksud"
            value="hapus"
            kind="quiet"
            size="sm"
            aria-label={words.t('libur.remove.of', { date: words.date(one.date, 'short'), name: one.name })}
          >
            <Trash2 aria-hidden />
            {words.t('libur.remove')}
          </Button>
        </form>
      ),
    },
  ]
  return (
    <DataTable caption={words.t('libur.title')} columns={columns} rows={holidays} rowKey={one => one.date} />
  )
}

function HolidayFields({ typed, year }: { typed: TypedHoliday | undefined; year: number }) {
  const words = useAllWords()
  const errorOf = useFieldErrors()
  const [date, name] = [errorOf('date'), errorOf('name')]
  return (
    <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)_12rem]">
      <Field id="tanggal" label={words.t('libur.date')} error={date}>
        <Input
          {...describe('tanggal', { error: date })}
          type="date"
          name="date"
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          defaultValue={typed?.date ?? ''}
        />
      </Field>
      <Field id="nama" label={words.t('libur.name')} error={name}>
        <Input
          {...describe('nama', { error: name })}
          name="name"
          maxLength={200}
          defaultValue={typed?.name ?? ''}
        />
      </Field>
      <Field id="jenis" label={words.t('libur.kind')} error={errorOf('kind')}>
        <Select id="jenis" name="kind" defaultValue={typed?.kind ?? 'nasional'}>
          {HOLIDAY_KINDS.map(kind => (
            <option key={kind} value={kind}>
              {words.t(`tampilan.libur.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}

export function HolidayPage({ shown, answer }: HolidayPageProps) {
  const words = useAllWords()
  const { year, holidays, missing } = shown
  return (
    <div className="grid max-w-5xl gap-6">
      <PageHead
        title={words.t('libur.title')}
        lead={words.t('libur.lead')}
        end={
          <a href="/admin/impor/libur" className={buttonClass('secondary', 'md', 'screen-only')}>
            <FileSpreadsheet aria-hidden />
            {words.t('libur.import')}
          </a>
        }
      />
      <Card as="section" aria-labelledby="daftar">
        <CardHead
          id="daftar"
          title={words.t('libur.list', { year: String(year) })}
          end={
            <nav className="screen-only flex items-center gap-1" aria-label={words.t('libur.year.list')}>
              <a href={`/admin/libur?tahun=${year - 1}`} className={buttonClass('quiet', 'sm')}>
                <ChevronLeft aria-hidden />
                {year - 1}
              </a>
              <a href={`/admin/libur?tahun=${year + 1}`} className={buttonClass('quiet', 'sm')}>
                {year + 1}
                <ChevronRight aria-hidden />
              </a>
            </nav>
          }
        />
        {holidays.length > 0 ? (
          <HolidayTable holidays={holidays} />
        ) : (
          <Empty
            compact
            icon={CalendarX2}
            title={words.t('libur.empty')}
            help={words.t('libur.empty.help')}
          />
        )}
        {missing.length > 0 && (
          <form
            method="post"
            className="screen-only flex flex-wrap items-center gap-3 border-t border-line p-4 sm:px-5"
          >
            <input type="hidden" name="tahun" value={year} />
            <Button type="submit" name="maksud" value="tetap" kind="secondary">
              <CalendarPlus2 aria-hidden />
              {words.t('libur.fixed', { n: missing.length, year: String(year) })}
            </Button>
            <p className="grow basis-64 text-sm text-ink-2">{words.t('libur.fixed.help')}</p>
          </form>
        )}
      </Card>
      <Card as="section" aria-labelledby="tambah">
        <CardHead id="tambah" title={words.t('libur.add')} />
        <form method="post" noValidate className="grid gap-4 p-4 sm:p-5">
          <FieldErrors errors={answer?.errors}>
            <HolidayFields typed={answer?.typed} year={year} />
          </FieldErrors>
          <p className="text-sm text-ink-2">{words.t('libur.add.help')}</p>
          <Button type="submit" name="maksud" value="simpan" className="w-fit">
            {words.t('libur.save')}
          </Button>
        </form>
      </Card>
    </div>
  )
}
