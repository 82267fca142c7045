import type { LucideProps } from 'lucide-react'
import { createElement, forwardRef, type SVGAttributes } from 'react'

/**
 * Draws an icon out of the sheet of icons. In the build this takes the place of the package's own function
 * (vite.icons.ts); from source the package draws.
 */
export default function drawIcon(name: string) {
  const href = `SHEET_OF_ICONS#${name}`
  return forwardRef<SVGSVGElement, LucideProps>(
    ({ size = 24, color = 'currentColor', absoluteStrokeWidth: _, children, ...rest }, ref) => {
      const attributes: SVGAttributes<SVGSVGElement> = {
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
      }
      return createElement('svg', { ref, ...attributes }, createElement('use', { href }), children)
    },
  )
}
