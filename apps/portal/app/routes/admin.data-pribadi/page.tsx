import type { ErasureCase, RetentionCounts, RetentionView, StoredSetting } from '@mufakat/services'
import { Card, CardHead, Notice } from '@mufakat/ui'
import { CircleCheckBig } from 'lucide-react'
import { PrivacyFields } from '~/admin/privacy-fields'
import { RetentionFields } from '~/admin/retention-fields'
import { SettingCard } from '~/admin/setting-card'
import { type RefusedSetting, typedOf } from '~/admin/typed-of'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { type RefusedDecision, Requests } from './requests'

interface AdminDataPribadiPageProps {
  privacy: StoredSetting<'privacy'>
  retention: StoredSetting<'retention'>
  run: RetentionView
  requests: readonly ErasureCase[]
  saved: string | null
  done: 'kabul' | 'tolak' | null
  refused: RefusedSetting | undefined
  decision: RefusedDecision | undefined
}

/** "3 sesi, 1 tautan": what the last round took away. */
function useCounts(counts: RetentionCounts): string {
  const words = useAllWords()
  const names = (Object.keys(counts) as (keyof RetentionCounts)[]).filter(name => counts[name] > 0)
  if (names.length === 0) return words.t('admin.pribadi.count.none')
  return names
    .map(name => `${words.number(counts[name])} ${words.t(`admin.pribadi.count.${name}`)}`)
    .join(', ')
}

function LastRun({ at, counts }: NonNullable<RetentionView['last']>) {
  const words = useAllWords()
  const told = useCounts(counts)
  return (
    <>
      <time dateTime={at.toISOString()}>{words.dateTime(at)}</time>
      <span className="block text-ink-2">{told}</span>
    </>
  )
}

function Run({ run }: { run: RetentionView }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="penerapan">
      <CardHead id="penerapan" title={words.t('admin.pribadi.run')} />
      <dl className="grid gap-4 p-4 text-sm sm:grid-cols-2 sm:p-5">
        <div>
          <dt className="text-xs font-semibold text-ink-2">{words.t('admin.pribadi.run.next')}</dt>
          <dd>
            <time dateTime={run.next.toISOString()}>{words.dateTime(run.next)}</time>
          </dd>
        </div>
        <div>
          <dt className="text-xs font-semibold text-ink-2">{words.t('admin.pribadi.run.last')}</dt>
          <dd>{run.last ? <LastRun {...run.last} /> : words.t('admin.pribadi.run.never')}</dd>
        </div>
      </dl>
    </Card>
  )
}

export function AdminDataPribadiPage(props: AdminDataPribadiPageProps) {
  const { privacy, retention, run, requests, saved, done, refused, decision } = props
  const words = useAllWords()
  const card = (form: 'privacy' | 'retention') => ({
    form,
    title: words.t(`admin.pribadi.${form}`),
    saved: saved === form,
    refused,
  })
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHead title={words.t('admin.pribadi')} lead={words.t('admin.pribadi.lead')} />
      {done && !decision && (
        <Notice tone="success" icon={CircleCheckBig} role="status">
          {words.t(`admin.pribadi.done.${done}`)}
        </Notice>
      )}
      <Requests requests={requests} refused={decision} />
      <SettingCard {...card('retention')} revision={retention.revision}>
        <RetentionFields value={typedOf('retention', refused) ?? retention.value} fileDays={run.fileDays} />
      </SettingCard>
      <Run run={run} />
      <SettingCard {...card('privacy')} revision={privacy.revision}>
        <PrivacyFields value={typedOf('privacy', refused) ?? privacy.value} />
      </SettingCard>
    </div>
  )
}
