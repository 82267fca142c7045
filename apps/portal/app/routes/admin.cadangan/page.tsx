import type { Zone } from '@mufakat/domain'
import { isBackupOld } from '@mufakat/domain'
import type { ErrorCode } from '@mufakat/kernel'
import type { BackupOverview, StoredSetting } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, classes, Empty, Notice } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import {
  Archive,
  CircleAlert,
  CircleCheckBig,
  HardDriveDownload,
  Hourglass,
  RotateCw,
  TriangleAlert,
} from 'lucide-react'
import { SettingCard } from '~/admin/setting-card'
import { type RefusedSetting, typedOf } from '~/admin/typed-of'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { ArchiveTable } from './archive-table'
import { BackupFields } from './backup-fields'
import type { ChoosableFolder, ShownArchive } from './disk.server'

interface Props extends Omit<BackupOverview, 'archives'> {
  readonly archives: readonly ShownArchive[]
  readonly setting: StoredSetting<'backup'>
  readonly folders: readonly ChoosableFolder[]
  readonly zone: Zone
  readonly now: Date
  readonly done: string | null
  readonly refused: RefusedSetting | undefined
  readonly error: ErrorCode | null
}

const BAR = classes(
  'h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-neutral-soft',
  '[&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent',
)

/** What is under way, with a number. */
function UnderWay({ open }: { open: NonNullable<BackupOverview['open']> }) {
  const words = useAllWords()
  const share = open.totalBytes === 0 ? 0 : open.doneBytes / open.totalBytes
  return (
    <Notice tone="info" icon={Hourglass} role="status">
      <div className="grid gap-2">
        {open.state === 'waiting'
          ? words.t('cadangan.waiting')
          : words.t('cadangan.running', { percent: words.percent(share, 0) })}
        {open.state === 'running' && (
          <progress className={BAR} aria-label={words.t('cadangan.progress')} max={1} value={share} />
        )}
        <a href="/admin/cadangan" className={buttonClass('secondary', 'sm', 'screen-only w-fit')}>
          <RotateCw aria-hidden />
          {words.t('cadangan.reload')}
        </a>
      </div>
    </Notice>
  )
}

/** What needs somebody: the last one that failed, and that there is none to rely on. */
function Worries({ failed, lastGoodAt, now }: Pick<Props, 'failed' | 'lastGoodAt' | 'now'>) {
  const words = useAllWords()
  return (
    <>
      {failed !== null && (
        <Notice tone="danger" icon={CircleAlert}>
          <strong className="block">{words.t('cadangan.failed', { at: words.dateTime(failed.at) })}</strong>
          {words.t(`cadangan.failure.${failed.failure}`)}
        </Notice>
      )}
      {isBackupOld(lastGoodAt === null ? null : new Date(lastGoodAt), new Date(now)) && (
        <Notice tone="warn" icon={TriangleAlert}>
          {lastGoodAt === null
            ? words.t('cadangan.never')
            : words.t('cadangan.old', { at: words.dateTime(lastGoodAt) })}
        </Notice>
      )}
    </>
  )
}

function TakeNow() {
  const words = useAllWords()
  return (
    <Form method="post" reloadDocument className="screen-only">
      <Button type="submit">
        <HardDriveDownload aria-hidden />
        {words.t('cadangan.now')}
      </Button>
    </Form>
  )
}

export function CadanganPage({
  open,
  archives,
  setting,
  folders,
  zone,
  done,
  refused,
  error,
  ...rest
}: Props) {
  const words = useAllWords()
  return (
    <div className="grid gap-6">
      <PageHead
        title={words.t('cadangan.title')}
        lead={words.t('cadangan.lead')}
        end={open === null && <TakeNow />}
      />
      {error !== null && (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {words.t(`error.${error}`)}
        </Notice>
      )}
      {done === 'minta' && open !== null && (
        <Notice tone="success" icon={CircleCheckBig} role="status">
          {words.t('cadangan.asked')}
        </Notice>
      )}
      {open !== null && <UnderWay open={open} />}
      <Worries {...rest} />
      <Card as="section" aria-labelledby="arsip">
        <CardHead id="arsip" title={words.t('cadangan.archives')} />
        {archives.length > 0 ? (
          <ArchiveTable archives={archives} />
        ) : (
          <Empty
            compact
            icon={Archive}
            title={words.t('cadangan.archives.empty')}
            help={words.t('cadangan.archives.empty.help')}
          />
        )}
        <p className="border-t border-line p-4 text-sm text-ink-2 sm:px-5">
          {words.t('cadangan.server-only')}
        </p>
      </Card>
      <SettingCard
        form="backup"
        title={words.t('cadangan.settings')}
        revision={setting.revision}
        saved={done === 'atur'}
        refused={refused}
      >
        <BackupFields value={typedOf('backup', refused) ?? setting.value} folders={folders} zone={zone} />
      </SettingCard>
    </div>
  )
}
