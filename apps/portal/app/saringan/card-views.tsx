import { CARD_VIEWS, type CardFilter, type CardViewName } from '@mufakat/domain'
import { type TabLink, Tabs } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { viewAddress } from './address'

const tabLink: TabLink = props => <Link {...props} />

/** The head that board, table and calendar share; a filter goes along from one to the other. */
export function CardViewsHead({
  view,
  filter,
  title,
  lead,
  end,
}: {
  view: CardViewName
  filter: CardFilter
  title: string
  lead: ReactNode
  end?: ReactNode
}) {
  const words = useAllWords()
  return (
    <>
      <PageHead title={title} lead={lead} end={end && <span className="screen-only">{end}</span>} />
      <div className="mb-3">
        <Tabs
          label={words.t('tampilan.views')}
          link={tabLink}
          items={CARD_VIEWS.map(one => ({
            key: one,
            to: viewAddress(one, filter),
            label: words.t(`tampilan.${one}`),
            current: one === view,
          }))}
        />
      </div>
    </>
  )
}
