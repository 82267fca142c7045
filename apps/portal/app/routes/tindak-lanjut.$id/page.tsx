import type {
  CardCommentPart,
  CardPage,
  ContributionPart,
  EvidencePart,
  FollowingView,
} from '@mufakat/services'
import { ActivitySection } from '~/kartu/activity'
import { BuktiSection } from '~/kartu/bukti/bukti-section'
import { CardProvider, type OpdName } from '~/kartu/card-context'
import type { CardAnswer } from '~/kartu/card-form.server'
import { CardHeadline } from '~/kartu/card-head'
import { ContributionSection } from '~/kartu/contribution'
import { DescriptionSection } from '~/kartu/description'
import { FactsSection } from '~/kartu/facts'
import { Here } from '~/kartu/here'
import { KomentarSection } from '~/kartu/komentar/komentar-section'
import { PengikutButton } from '~/kartu/komentar/pengikut-button'
import { OriginSection } from '~/kartu/origin'
import { PlanSection } from '~/kartu/plan'
import { RepeatSection } from '~/kartu/repeat'
import { ResultsSection } from '~/kartu/results'
import { StepsSection } from '~/kartu/steps'
import { SupportSection } from '~/kartu/support'
import { useCardLine } from '~/kartu/use-card-line'

interface CardPageProps {
  readonly page: CardPage
  readonly contribution: ContributionPart
  readonly evidence: EvidencePart
  readonly comments: CardCommentPart
  readonly following: FollowingView
  readonly isNewest: boolean
  readonly opd: readonly OpdName[]
  readonly commandId: string
  readonly answer: CardAnswer | undefined
}

/** A card: what is to be done and how far it is at the left, whose and until when at the right; on a phone below. */
export function CardPageView(props: CardPageProps) {
  const { page, contribution, isNewest, opd, commandId, answer } = props
  const own = { cardId: page.card.id, commandId }
  const holders = useCardLine(page.card.id, page.revision)
  return (
    <CardProvider key={page.card.id} value={{ page, contribution, opd, commandId, answer }}>
      <CardHeadline />
      <Here holders={holders} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:gap-x-6">
        <div className="grid min-w-0 gap-4">
          <DescriptionSection />
          <StepsSection />
          <ResultsSection />
          <ContributionSection />
          <BuktiSection {...own} part={props.evidence} />
          <KomentarSection {...own} part={props.comments} />
        </div>
        <div className="grid min-w-0 gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <PlanSection />
          <FactsSection />
          <SupportSection />
          <OriginSection />
          <RepeatSection />
          <PengikutButton cardId={page.card.id} view={props.following} />
        </div>
        <ActivitySection isNewest={isNewest} />
      </div>
    </CardProvider>
  )
}
