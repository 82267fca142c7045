import { useId } from 'react'
import { BandHatch } from './band-hatch'
import type { Baseline, TrendPoint, TrendWords } from './trend'

/** What the strokes and marks mean: only those that are drawn. */
export function TrendKey({
  points,
  baseline,
  words,
}: {
  points: readonly TrendPoint[]
  baseline: Baseline | null
  words: TrendWords
}) {
  const hatch = useId()
  const has = (test: (point: TrendPoint) => boolean) => points.some(test)
  const signs = [
    has(({ value, provisional }) => value !== null && !provisional) && {
      said: words.value,
      sign: <circle cx="12" cy="8" r="4" className="chart-point" />,
    },
    has(({ value, provisional }) => value !== null && provisional === true) && {
      said: `${words.value}, ${words.provisional}`,
      sign: <circle cx="12" cy="8" r="4" className="chart-point chart-hollow" />,
    },
    has(({ target }) => target !== null && target !== undefined) && {
      said: words.target,
      sign: (
        <g className="chart-target">
          <line x1="0" x2="24" y1="8" y2="8" />
        </g>
      ),
    },
    has(({ band }) => band !== null && band !== undefined) && {
      said: words.band,
      sign: (
        <>
          <BandHatch id={hatch} />
          <rect x="2" y="2" width="20" height="12" fill={`url(#${hatch})`} />
        </>
      ),
    },
    baseline !== null && {
      said: `${words.baseline}: ${baseline.label}`,
      sign: <line x1="0" x2="24" y1="8" y2="8" className="chart-baseline" />,
    },
    has(({ breakLabel }) => breakLabel !== undefined) && {
      said: words.definition,
      sign: (
        <g className="chart-break">
          <line x1="12" x2="12" y1="0" y2="16" />
        </g>
      ),
    },
    has(({ notAvailable }) => notAvailable === true) && {
      said: words.notAvailable,
      sign: (
        <text x="12" y="13" textAnchor="middle" className="chart-absent">
          ×
        </text>
      ),
    },
  ]
  return (
    <ul className="chart-key">
      {signs.map(
        entry =>
          entry && (
            <li key={entry.said}>
              <svg width="24" height="16" aria-hidden="true">
                {entry.sign}
              </svg>
              {entry.said}
            </li>
          ),
      )}
    </ul>
  )
}
