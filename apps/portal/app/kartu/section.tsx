import { Card, CardHead, classes } from '@mufakat/ui'
import type { ReactNode } from 'react'

/** A part of the page of a card, under its heading; `id` is its place in the address. */
export function Section({
  id,
  title,
  end,
  className,
  children,
}: {
  id: string
  title: string
  end?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <Card
      as="section"
      aria-labelledby={`${id}-judul`}
      id={id}
      className={classes('relative scroll-mt-20', className)}
    >
      <CardHead id={`${id}-judul`} title={title} end={end} />
      <div className="grid gap-3 px-4 py-3 sm:px-5">{children}</div>
    </Card>
  )
}

/** One thing and what it is, in a list of such. */
export function Fact({
  label,
  isWide = false,
  children,
}: {
  label: string
  /** Over the whole line, where two stand beside each other. */
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <div className={classes('grid content-start gap-0.5', isWide && 'col-span-full')}>
      <dt className="text-xs font-semibold text-ink-2">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}
