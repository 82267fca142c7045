import type { LucideProps } from 'lucide-react'
import { createElement, forwardRef, type SVGAttributes } from 'react'

interface IconData {
  readonly name: string
  readonly node: readonly (readonly [tag: string, attributes: SVGAttributes<SVGElement>])[]
}

/**
 * Draws an icon of lucide-react. Takes the place of the package's own function in the build (vite.config.ts):
 * the same elements, without the context, class names and scaling that nothing here uses.
 */
export default function createLucideIcon({ name, node }: IconData) {
  // biome-ignore lint/correctness/noComponentHookFactories: called once per icon, when its module loads
  const Icon = forwardRef<SVGSVGElement, LucideProps>(
    ({ size = 24, color = 'currentColor', absoluteStrokeWidth: _, children, ...rest }, ref) =>
      createElement(
        'svg',
        {
          ref,
          width: size,
          height: size,
          viewBox: '0 0 24 24',
          fill: 'none',
          stroke: color,
          strokeWidth: 2,
          strokeLinecap: 'round',
          strokeLinejoin: 'round',
          'aria-hidden': 'aria-label' in rest ? undefined : true,
          ...rest,
        },
        ...node.map(([tag, attributes]) => createElement(tag, attributes)),
        children,
      ),
  )
  Icon.displayName = name
  return Icon
}
