import type { ProposalState } from '@mufakat/domain'
import { buttonClass, Card, CardHead } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { ProposalBadge } from '~/seri/proposal-state'

/** Proposed topics as the server has put them into words. */
export interface ProposedCard {
  readonly title: string
  /** Null: this person proposes nothing. */
  readonly propose: string | null
  readonly empty: string
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly opd: string
    readonly state: ProposalState
    readonly word: string
    readonly to: string
  }[]
}

/** Topics that were proposed, with what became of them. */
export function Proposals({ card }: { card: ProposedCard }) {
  return (
    <Card as="section" aria-labelledby="usulan">
      <CardHead
        id="usulan"
        title={card.title}
        end={
          card.propose && (
            <Link to="/usulan" reloadDocument className={`screen-only ${buttonClass('secondary', 'sm')}`}>
              {card.propose}
            </Link>
          )
        }
      />
      {card.rows.length === 0 && <p className="px-4 py-4 text-ink-2 sm:px-5">{card.empty}</p>}
      <ul className="divide-y divide-line">
        {card.rows.map(row => (
          <li key={row.id}>
            <Link
              to={row.to}
              reloadDocument
              className="grid gap-1.5 px-4 py-3 text-ink no-underline transition-colors hover:bg-sunken sm:px-5"
            >
              <span className="line-clamp-2 font-medium">{row.title}</span>
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
                <span className="font-semibold">{row.opd}</span>
                <ProposalBadge state={row.state} word={row.word} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
