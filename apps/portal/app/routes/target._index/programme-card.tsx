import type { IndicatorSummary, ProgrammeView } from '@mufakat/services'
import { Badge, buttonClass, Card, CardHead, type Column, DataTable, Empty } from '@mufakat/ui'
import { Archive, CirclePlus, Globe, LineChart, PencilLine } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { ExampleBadge } from '~/rapat/status'
import { amountText } from '~/target/amount'
import { CapaianText } from '~/target/capaian-text'
import { Moved } from '~/target/moved'
import { AchievementBadge, BandBadge, ProvisionalWord } from '~/target/state'

function Name({ indicator }: { indicator: IndicatorSummary }) {
  const words = useAllWords()
  return (
    <div className="grid gap-0.5">
      <a
        href={`/target/${indicator.id}`}
        className="-mt-1 inline-flex min-h-8 items-center font-semibold text-ink"
      >
        {indicator.name}
      </a>
      <span className="flex flex-wrap items-center gap-x-2 text-xs font-normal text-ink-2">
        <span>{indicator.owner.shortName}</span>
        <span aria-hidden>·</span>
        <span>{words.t(`sasaran.level.${indicator.level}`)}</span>
        {indicator.isPublic && (
          <span className="inline-flex items-center gap-1">
            <Globe aria-hidden className="size-3.5" />
            {words.t('target.public')}
          </span>
        )}
        {!indicator.active && <span>{words.t('target.inactive')}</span>}
      </span>
    </div>
  )
}

function Latest({ indicator }: { indicator: IndicatorSummary }) {
  const words = useAllWords()
  const { standing } = indicator
  if (standing.at === null)
    return <span className="text-ink-2">{words.t('sasaran.none.belum_ada_data')}</span>
  return (
    <div className="grid gap-0.5">
      <span className="font-semibold tabular-nums">
        {standing.value === null ? (
          <abbr title={words.t('sasaran.na.long')}>{words.t('sasaran.na')}</abbr>
        ) : (
          amountText(words, standing.value, indicator)
        )}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-ink-2">
        {words.triwulan(standing.at)}
        <ProvisionalWord finality={indicator.finality} />
      </span>
      <span className="text-xs text-ink-2">{indicator.source}</span>
    </div>
  )
}

function Aimed({ indicator }: { indicator: IndicatorSummary }) {
  const words = useAllWords()
  const { standing } = indicator
  if (standing.target === null) return null
  return (
    <div className="grid gap-0.5">
      <span className="tabular-nums">{amountText(words, standing.target, indicator)}</span>
      {standing.isTargetOfYear && <span className="text-xs text-ink-2">{words.t('target.of-year')}</span>}
    </div>
  )
}

function Achieved({ indicator }: { indicator: IndicatorSummary }) {
  const { standing } = indicator
  // That there is no value was said beside it.
  if (standing.at === null) return null
  return (
    <div className="grid justify-items-start gap-1">
      <CapaianText capaian={standing.capaian} unit={indicator} />
      {standing.band !== null && <BandBadge band={standing.band} />}
      {standing.achievement !== null && standing.achievement !== 'belum_ada_data' && (
        <AchievementBadge state={standing.achievement} />
      )}
    </div>
  )
}

/** A programme and how each of its indicators stands. */
export function ProgrammeCard({ programme, mayEdit }: { programme: ProgrammeView; mayEdit: boolean }) {
  const words = useAllWords()
  const { id, name, owner, description, indicators } = programme
  const columns: Column<IndicatorSummary>[] = [
    {
      key: 'name',
      label: words.t('target.column.indicator'),
      lead: true,
      cell: one => <Name indicator={one} />,
    },
    {
      key: 'value',
      label: words.t('target.column.value'),
      width: 'md:w-44',
      cell: one => <Latest indicator={one} />,
    },
    {
      key: 'target',
      label: words.t('target.column.target'),
      width: 'md:w-28',
      cell: one => <Aimed indicator={one} />,
    },
    {
      key: 'capaian',
      label: words.t('target.column.capaian'),
      width: 'md:w-40',
      cell: one => <Achieved indicator={one} />,
    },
    {
      key: 'trend',
      label: words.t('target.column.trend'),
      width: 'md:w-36',
      cell: one => <Moved standing={one.standing} unit={one} />,
    },
  ]
  return (
    <Card as="section" id={`program-${id}`} aria-labelledby={`judul-${id}`} className="scroll-mt-20">
      <CardHead
        id={`judul-${id}`}
        level={3}
        title={name}
        end={
          <span className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
            {owner.shortName}
            {programme.isExample && <ExampleBadge />}
            {!programme.active && (
              <Badge tone="neutral" icon={Archive}>
                {words.t('target.inactive')}
              </Badge>
            )}
            {mayEdit && (
              <span className="screen-only flex gap-1">
                <a
                  href={`/target/program/${id}/ubah`}
                  aria-label={words.t('target.programme.edit.of', { name })}
                  className={buttonClass('quiet', 'sm')}
                >
                  <PencilLine aria-hidden />
                  {words.t('action.edit')}
                </a>
                <a href={`/target/baru?program=${id}`} className={buttonClass('quiet', 'sm')}>
                  <CirclePlus aria-hidden />
                  {words.t('target.indicator.add')}
                </a>
              </span>
            )}
          </span>
        }
      />
      {description !== '' && (
        <p className="border-b border-line px-4 py-2.5 text-sm whitespace-pre-wrap text-ink-2 sm:px-5">
          {description}
        </p>
      )}
      {indicators.length > 0 ? (
        <DataTable caption={name} columns={columns} rows={indicators} rowKey={one => one.id} />
      ) : (
        <Empty
          compact
          icon={LineChart}
          title={words.t('target.programme.empty')}
          help={words.t('target.programme.empty.help')}
        />
      )}
    </Card>
  )
}
