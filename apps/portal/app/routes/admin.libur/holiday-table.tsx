import type { HolidayView } from '@mufakat/services'
import { Badge, Button, type Column, DataTable } from '@mufakat/ui'
import { PartyPopper, Trash2, UsersRound } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** The holidays of a year, each with the way to take it away. */
export function HolidayTable({ holidays }: { holidays: readonly HolidayView[] }) {
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
