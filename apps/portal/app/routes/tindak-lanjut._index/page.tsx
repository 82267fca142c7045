import { isFiltered } from '@mufakat/domain'
import type { BoardStart, SavedFilterView } from '@mufakat/services'
import { buttonClass, Card, Empty } from '@mufakat/ui'
import { Link, useSearchParams } from '@remix-run/react'
import { CirclePlus, SearchX } from 'lucide-react'
import { useMemo } from 'react'
import { useAllWords } from '~/frame/words'
import type { AddAnswer } from '~/papan/add-form.server'
import { BoardFilter } from '~/papan/board-filter'
import { type BoardNames, NamesProvider, namesOf } from '~/papan/board-names'
import { FirstBoard } from '~/papan/first-board'
import { LiveBoard } from '~/papan/live-board'
import type { MoveAnswer } from '~/papan/move-form.server'
import { lookOf } from '~/papan/view'
import { CardViewsHead } from '~/saringan/card-views'
import { SavedMenu } from '~/saringan/saved-menu'

interface BoardPageProps {
  start: BoardStart
  opd: BoardNames['opd']
  saved: readonly SavedFilterView[]
  personId: string
  commandId: string
  answer: AddAnswer | MoveAnswer | undefined
}

export function BoardPage({ start, opd, saved, personId, commandId, answer }: BoardPageProps) {
  const words = useAllWords()
  const [params] = useSearchParams()
  const look = useMemo(() => lookOf(params), [params])
  const names = useMemo(() => namesOf(start, opd), [start, opd])
  const total = Object.values(start.counts).reduce((sum, count) => sum + count, 0)
  const first = <FirstBoard start={start} look={look} commandId={commandId} answer={answer} />
  return (
    <NamesProvider value={names}>
      <CardViewsHead
        view="papan"
        filter={look.filter}
        title={words.t('papan.title')}
        lead={words.t('papan.count', { n: total })}
        end={<SavedMenu view="papan" saved={saved} />}
      />
      <BoardFilter look={look} />
      {total === 0 && isFiltered(look.filter) && (
        <Card className="mb-3">
          <Empty
            compact
            icon={SearchX}
            title={words.t('papan.empty.filter')}
            help={words.t('papan.empty.filter.help')}
            action={
              <Link to="/tindak-lanjut" className={buttonClass('secondary')}>
                {words.t('action.reset')}
              </Link>
            }
          />
        </Card>
      )}
      {total === 0 && !isFiltered(look.filter) && (
        <Card className="mb-3">
          <Empty
            compact
            icon={CirclePlus}
            title={words.t('papan.empty.all')}
            help={words.t('papan.empty.help')}
          />
        </Card>
      )}
      <LiveBoard look={look} personId={personId} commandId={commandId} placeholder={first} />
    </NamesProvider>
  )
}
