import { Badge } from '@mufakat/ui'
import { CircleCheckBig, CircleSlash2, MailQuestion } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** Whether somebody can come in, with the reason when not. */
export function AccountState({ active, hasPassword }: { active: boolean; hasPassword: boolean }) {
  const words = useAllWords()
  if (!active)
    return (
      <Badge tone="neutral" icon={CircleSlash2}>
        {words.t('pengguna.state.inactive')}
      </Badge>
    )
  return hasPassword ? (
    <Badge tone="success" icon={CircleCheckBig}>
      {words.t('pengguna.state.active')}
    </Badge>
  ) : (
    <Badge tone="warn" icon={MailQuestion}>
      {words.t('pengguna.state.uninvited')}
    </Badge>
  )
}
