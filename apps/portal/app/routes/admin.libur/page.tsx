import type { HolidayYear } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Empty } from '@mufakat/ui'
import { CalendarPlus2, CalendarX2, ChevronLeft, ChevronRight, FileSpreadsheet } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { HolidayFields, type TypedHoliday } from './holiday-fields'
import { HolidayTable } from './holiday-table'

interface HolidayPageProps {
  readonly shown: HolidayYear
  readonly answer: { readonly errors: FormErrors; readonly typed: TypedHoliday } | undefined
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
