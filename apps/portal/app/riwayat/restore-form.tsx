import { Button } from '@mufakat/ui'
import { Form, useNavigation } from '@remix-run/react'
import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'

/** Brings a version back, or one item or line of it; what the person sees now is what it is built on. */
export function RestoreForm({
  action,
  headSeq,
  itemId,
  lineId,
  quiet,
  children,
}: {
  /** Address of the version. */
  action: string
  headSeq: number
  itemId?: string
  lineId?: string
  quiet?: boolean
  children: ReactNode
}) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Form method="post" action={action} className="screen-only">
      <input type="hidden" name="dilihat" value={headSeq} />
      {itemId !== undefined && <input type="hidden" name="acara" value={itemId} />}
      {lineId !== undefined && <input type="hidden" name="baris" value={lineId} />}
      <Button type="submit" kind={quiet ? 'quiet' : 'secondary'} size={quiet ? 'sm' : 'md'} disabled={busy}>
        <RotateCcw aria-hidden />
        {children}
      </Button>
    </Form>
  )
}
