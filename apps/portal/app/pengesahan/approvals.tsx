import type { ApprovalRole } from '@mufakat/domain'
import type { ApprovalView } from '@mufakat/services'
import { CircleCheckBig, CircleDashed, CircleSlash } from 'lucide-react'
import { useAllWords } from '~/frame/words'

interface Office {
  readonly role: ApprovalRole
  /** Who stands in it; null: nobody, or it is not said. */
  readonly name: string | null
}

/** Both offices, who stands in them, and whether they have approved what there is. */
export function Approvals({
  offices,
  approvals,
}: {
  offices: readonly Office[]
  approvals: readonly ApprovalView[]
}) {
  const words = useAllWords()
  return (
    <ul className="divide-y divide-line">
      {offices.map(({ role, name }) => {
        const given = approvals.find(one => one.role === role)
        const [Icon, tone] =
          given === undefined
            ? ([CircleDashed, 'text-ink-2'] as const)
            : given.stands
              ? ([CircleCheckBig, 'text-success-ink'] as const)
              : ([CircleSlash, 'text-warn-ink'] as const)
        return (
          <li key={role} className="flex items-start gap-3 px-4 py-3 sm:px-5">
            <Icon aria-hidden className={`mt-0.5 size-4.5 flex-none ${tone}`} />
            <div className="min-w-0">
              <p className="font-medium">
                {given?.name ?? name ?? words.t('sahkan.approval.nobody')}
                <span className="font-normal text-ink-2"> · {words.t(`sahkan.role.${role}`)}</span>
              </p>
              <p className={`text-sm ${tone}`}>
                {given === undefined
                  ? words.t('sahkan.approval.none')
                  : words.t(given.stands ? 'sahkan.approval.given' : 'sahkan.approval.void', {
                      at: words.dateTime(given.at),
                    })}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
