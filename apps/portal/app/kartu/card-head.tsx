import { tenggatState } from '@mufakat/domain'
import { Badge, buttonClass, classes, Input, Menu, menuItemClass, Notice } from '@mufakat/ui'
import { Archive, ChevronDown, FileCheck2, FilePen, Link2, Lock, Undo2 } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { TenggatBadge, TindakLanjutBadge } from '~/rapat/status'
import { ButtonForm } from './button-form'
import { useCard, useOpdName } from './card-context'
import { EditField, EditForm } from './edit-form'

const LINK =
  'inline-flex min-h-11 w-fit items-center gap-1.5 text-sm font-semibold text-accent-strong [&>svg]:size-4'

/** The ways of the card, and why some are not open. */
function StatusMenu() {
  const words = useAllWords()
  const { page } = useCard()
  const now = page.card.status
  return (
    <Menu
      label={words.t('kartu.status')}
      align="head"
      summaryClass={buttonClass('primary')}
      summary={
        <>
          {words.t('kartu.status')}
          <ChevronDown aria-hidden className="size-4" />
        </>
      }
    >
      <ButtonForm name="status" className="grid w-72 max-w-[calc(100vw-2rem)]">
        {page.ways.map(({ to, fault }) =>
          fault === null && to !== now ? (
            <button key={to} type="submit" name="to" value={to} data-menu-item className={menuItemClass}>
              {words.t(`status.tl.${to}`)}
            </button>
          ) : (
            <p key={to} className="px-3 py-2.5 text-sm text-ink-2">
              <span className="font-medium">{words.t(`status.tl.${to}`)}</span>
              <span className="block text-xs">
                {fault === null ? words.t('kartu.status.now') : words.t(`kartu.fault.${fault}`)}
              </span>
            </p>
          ),
        )}
      </ButtonForm>
    </Menu>
  )
}

function Removed() {
  const words = useAllWords()
  return (
    <Notice tone="warn" icon={Archive} className="mb-4">
      <p>{words.t('kartu.removed')}</p>
      <ButtonForm name="kembalikan">
        <button type="submit" className={buttonClass('secondary', 'sm', 'mt-2')}>
          <Undo2 aria-hidden className="size-4" />
          {words.t('kartu.restore')}
        </button>
      </ButtonForm>
    </Notice>
  )
}

/** What the card is called, how far it is, whose it is and until when, and the way to its notula. */
export function CardHeadline() {
  const words = useAllWords()
  const { page } = useCard()
  const opdName = useOpdName()
  const { card, source, rights } = page
  const title = card.title || words.t('tl.untitled')
  const state = tenggatState({ status: card.status, tenggat: card.due }, page.today)
  const line = source === null ? '' : `/rapat/${source.rapatId}#line-${source.lineId}`
  return (
    <>
      <PageHead
        title={title}
        back={{ to: '/tindak-lanjut', label: words.t('kartu.back') }}
        end={page.ways.length > 0 && <StatusMenu />}
        lead={
          <div className="grid gap-2">
            <p className="flex flex-wrap items-center gap-2">
              <TindakLanjutBadge status={card.status} />
              <TenggatBadge state={state} />
              {page.isLocked && (
                <Badge tone="neutral" icon={FilePen}>
                  {words.t('kartu.draft')}
                </Badge>
              )}
            </p>
            <p>
              <span className="font-semibold text-ink">
                {opdName(card.opdId, words.t('kartu.owner.none'))}
              </span>
              {card.jabatan && ` · ${card.jabatan}`}
              {' · '}
              {card.due === null
                ? words.t('kartu.due.none')
                : `${words.t('kartu.due')} ${words.date(card.due)}`}
            </p>
            <div className="flex flex-wrap gap-x-5">
              {source?.isReadable && (
                <a href={line} className={LINK}>
                  <Link2 aria-hidden />
                  {words.t('kartu.source')}
                </a>
              )}
              {/* On a phone it is far below. */}
              <a href="#bukti" className={classes(LINK, 'screen-only lg:hidden')}>
                <FileCheck2 aria-hidden />
                {words.t('bukti.title')}
              </a>
              {rights.decides && (
                <EditForm
                  isNamed
                  name="judul"
                  what={words.t('kartu.title.what')}
                  now={{ title: card.title }}
                  className="open:basis-full"
                >
                  <EditField name="title" label={words.t('kartu.title')}>
                    {control => <Input {...control} required maxLength={500} />}
                  </EditField>
                </EditForm>
              )}
            </div>
          </div>
        }
      />
      {page.isRemoved && rights.restores && <Removed />}
      {page.isLocked && (
        <Notice tone="neutral" icon={Lock} className="mb-4">
          {words.t('kartu.locked')}{' '}
          {source?.isReadable && rights.edits && (
            <a href={line} className="inline-flex min-h-6 items-center font-semibold underline">
              {words.t('kartu.locked.link')}
            </a>
          )}
        </Notice>
      )}
    </>
  )
}
