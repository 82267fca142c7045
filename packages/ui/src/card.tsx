import type { HTMLAttributes, ReactNode } from 'react'
import { classes } from './classes'

/** A surface above the canvas. `as` keeps the landmark right: a card is often a section with a heading. */
export function Card({
  as: Tag = 'div',
  className,
  ...rest
}: HTMLAttributes<HTMLElement> & { as?: 'div' | 'section' | 'article' | 'li' }) {
  return (
    <Tag
      className={classes(
        'rounded-lg border border-line bg-surface shadow-1 print:rounded-none print:border-0',
        className,
      )}
      {...rest}
    />
  )
}

interface CardHeadProps {
  title: ReactNode
  /** Level of the heading in the page's outline. */
  level?: 2 | 3
  id?: string
  /** Stands at the end of the line: a count, a link. */
  end?: ReactNode
}

export function CardHead({ title, level = 2, id, end }: CardHeadProps) {
  const Heading = `h${level}` as const
  return (
    <div className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 print:break-after-avoid sm:px-5">
      <Heading id={id} className="text-base font-bold">
        {title}
      </Heading>
      {end}
    </div>
  )
}
