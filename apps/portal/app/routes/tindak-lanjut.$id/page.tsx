import type { CardPage } from '@mufakat/services'
import { ActivitySection } from '~/kartu/activity'
import { CardProvider, type OpdName } from '~/kartu/card-context'
import type { CardAnswer } from '~/kartu/card-form.server'
import { CardHeadline } from '~/kartu/card-head'
import { DescriptionSection } from '~/kartu/description'
import { FactsSection } from '~/kartu/facts'
import { OriginSection } from '~/kartu/origin'
import { PlanSection } from '~/kartu/plan'
import { RepeatSection } from '~/kartu/repeat'
import { ResultsSection } from '~/kartu/results'
import { StepsSection } from '~/kartu/steps'
import { SupportSection } from '~/kartu/support'
import { useCardLine } from '~/kartu/use-card-line'

interface CardPageProps {
  readonly page: CardPage
  readonly isNewest: boolean
  readonly opd: readonly OpdName[]
  readonly commandId: string
  readonly answer: CardAnswer | undefined
}

/** A card: what is to be done and how far it is at the left, whose and until when at the right; on a phone below. */
export function CardPageView({ page, isNewest, opd, commandId, answer }: CardPageProps) {
  useCardLine(page.card.id, page.revision)
  return (
    <CardProvider key={page.card.id} value={{ page, opd, commandId, answer }}>
      <CardHeadline />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-x-6">
        <div className="grid min-w-0 gap-4">
          <DescriptionSection />
          <StepsSection />
          <ResultsSection />
        </div>
        <div className="grid min-w-0 gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <PlanSection />
          <FactsSection />
          <SupportSection />
          <OriginSection />
          <RepeatSection />
        </div>
        <ActivitySection isNewest={isNewest} />
      </div>
    </CardProvider>
  )
}
