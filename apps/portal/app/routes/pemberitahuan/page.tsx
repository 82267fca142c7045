import { Button, buttonClass, Card, Empty, Notice } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { BellRing, CheckCheck, CircleCheckBig, Settings2 } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { GroupCard } from '~/kabar/group-card'
import type { ToldGroup } from '~/kabar/told.server'
import { useArrivals } from '~/kabar/use-arrivals'

interface InboxPageProps {
  groups: readonly ToldGroup[]
  unread: number
  total: number
  page: number
  pages: number
  seenUntil: Date
  /** What was just done. */
  done: 'done' | 'muted' | null
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const words = useAllWords()
  if (pages === 1) return null
  return (
    <nav
      aria-label={words.t('kabar.pages', { page, pages })}
      className="flex items-center justify-between gap-4"
    >
      {page > 1 ? (
        <Link to={`?halaman=${page - 1}`} rel="prev" className={buttonClass('secondary')}>
          {words.t('kabar.newer')}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-sm text-ink-2">{words.t('kabar.pages', { page, pages })}</span>
      {page < pages ? (
        <Link to={`?halaman=${page + 1}`} rel="next" className={buttonClass('secondary')}>
          {words.t('kabar.older')}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}

export function InboxPage({ groups, unread, total, page, pages, seenUntil, done }: InboxPageProps) {
  const words = useAllWords()
  useArrivals()
  return (
    <div className="max-w-4xl">
      <PageHead
        title={words.t('kabar.title')}
        lead={unread === 0 ? words.t('kabar.unread.none') : words.t('kabar.unread', { n: unread })}
        end={
          <div className="flex flex-wrap gap-2">
            {unread > 0 && (
              <Form method="post">
                <input type="hidden" name="dilihat" value={seenUntil.toISOString()} />
                <Button type="submit" kind="secondary" name="maksud" value="baca-semua">
                  <CheckCheck aria-hidden />
                  {words.t('kabar.read.all')}
                </Button>
              </Form>
            )}
            <Link to="/profil/pemberitahuan" className={buttonClass('quiet')}>
              <Settings2 aria-hidden />
              {words.t('kabar.settings')}
            </Link>
          </div>
        }
      />
      <div className="grid gap-4">
        {done && (
          <Notice tone="success" icon={CircleCheckBig} role="status">
            {words.t(`kabar.${done}`)}
          </Notice>
        )}
        {total === 0 && (
          <Card>
            <Empty icon={BellRing} title={words.t('kabar.empty')} help={words.t('kabar.empty.help')} />
          </Card>
        )}
        {groups.map(group => (
          <GroupCard key={group.about.id} group={group} seenUntil={seenUntil} />
        ))}
        <Pages page={page} pages={pages} />
      </div>
    </div>
  )
}
