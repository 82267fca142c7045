import { useId } from 'react'
import { BandHatch } from './band-hatch'
import { percentOf } from './scale'
import {
  type Baseline,
  definitionsOf,
  groupsOf,
  joined,
  type TrendPoint,
  targetsOf,
  trendScale,
} from './trend'

const SIZES = {
  full: { height: 220, pad: 20, count: 4 },
  small: { height: 96, pad: 12, count: 2 },
} as const

export type PlotSize = keyof typeof SIZES

/** Of the longest number beside the axis; the room for it stands in charts.css, as the page takes no style of an element. */
function gutterOf(labels: readonly string[]): 's' | 'm' | 'l' | 'xl' {
  const longest = Math.max(0, ...labels.map(label => label.length))
  return longest <= 3 ? 's' : longest <= 6 ? 'm' : longest <= 9 ? 'l' : 'xl'
}

/** A circle; of another definition a square, then a diamond. Hollow where it is provisional. */
function Marker({ x, y, kind, hollow, title }: MarkerProps) {
  const className = hollow ? 'chart-point chart-hollow' : 'chart-point'
  const shape =
    kind === 0 ? (
      <circle r="4" className={className}>
        <title>{title}</title>
      </circle>
    ) : (
      <rect
        x="-3.75"
        y="-3.75"
        width="7.5"
        height="7.5"
        transform={kind % 2 === 0 ? 'rotate(45)' : undefined}
        className={className}
      >
        <title>{title}</title>
      </rect>
    )
  return (
    <svg x={x} y={y} overflow="visible" role="presentation">
      {shape}
    </svg>
  )
}

interface MarkerProps {
  x: string
  y: number
  kind: number
  hollow: boolean
  title: string
}

export interface TrendPlotProps {
  /** Read out in place of the picture. */
  label: string
  points: readonly TrendPoint[]
  baseline?: Baseline | null | undefined
  format: (value: number) => string
  size?: PlotSize
}

/** The picture alone: widths are shares, so that letters and strokes stay as they are on any screen. */
export function TrendPlot({ label, points, baseline = null, format, size = 'full' }: TrendPlotProps) {
  const hatch = useId()
  const { height, pad, count } = SIZES[size]
  const { ticks, y } = trendScale(points, baseline, { height, pad, count })
  const n = Math.max(points.length, 1)
  const left = (i: number) => percentOf(i / n)
  const centre = (i: number) => percentOf((i + 0.5) / n)
  const groups = groupsOf(points)
  const definitions = definitionsOf(points)
  const withTicks = size === 'full' && n <= 8
  const lastAt = points.findLastIndex(point => point.value !== null)
  const lastValue = points[lastAt]?.value ?? null
  const written = ticks.map(format)
  const anchor = lastAt < n * 0.25 ? 'start' : lastAt >= n * 0.75 ? 'end' : 'middle'
  return (
    <div className="chart-plot" data-gutter={gutterOf(written)}>
      <svg role="img" aria-label={label} width="100%" height={height + (withTicks ? 38 : 22)}>
        <BandHatch id={hatch} />
        {ticks.map((tick, i) => (
          <g key={tick}>
            <line x1="0" x2="100%" y1={y(tick)} y2={y(tick)} className="chart-grid" />
            <text x="-8" y={y(tick) + 4} textAnchor="end">
              {written[i]}
            </text>
          </g>
        ))}
        {groups.map(({ group, at, count: periods }) => (
          <g key={`${group} ${at}`}>
            {at > 0 && (
              <line x1={left(at)} x2={left(at)} y1={height} y2={height + 6} className="chart-grid" />
            )}
            {/* A year that begins at the end of a narrow picture would run over its edge, or into the next. */}
            {(periods > 1 || n <= 8) && (
              <text
                x={percentOf((at + periods / 2) / n)}
                y={height + (withTicks ? 34 : 17)}
                textAnchor="middle"
              >
                {group}
              </text>
            )}
          </g>
        ))}
        {withTicks &&
          points.map((point, i) => (
            <text key={point.period} x={centre(i)} y={height + 16} textAnchor="middle">
              {point.tick}
            </text>
          ))}
        {points.map(
          ({ band, period }, i) =>
            band && (
              <rect
                key={period}
                x={left(i)}
                width={percentOf(1 / n)}
                y={y(band.high)}
                height={Math.max(2, y(band.low) - y(band.high))}
                fill={`url(#${hatch})`}
              />
            ),
        )}
        {baseline && (
          <line x1="0" x2="100%" y1={y(baseline.value)} y2={y(baseline.value)} className="chart-baseline" />
        )}
        {targetsOf(points).map(({ from, to, target, before }) => (
          <g key={from} className="chart-target">
            <line x1={left(from)} x2={left(to)} y1={y(target)} y2={y(target)} />
            {before !== null && <line x1={left(from)} x2={left(from)} y1={y(before)} y2={y(target)} />}
          </g>
        ))}
        {points.map(
          ({ breakLabel, period }, i) =>
            breakLabel !== undefined && (
              <g key={period} className="chart-break">
                <line x1={left(i)} x2={left(i)} y1="2" y2={height} />
                {size === 'full' && (
                  <text x={left(i)} dx={i > n / 2 ? -5 : 5} y="12" textAnchor={i > n / 2 ? 'end' : 'start'}>
                    {breakLabel}
                  </text>
                )}
              </g>
            ),
        )}
        {joined(points).map(i => (
          <line
            key={points[i]?.period}
            x1={centre(i - 1)}
            y1={y(points[i - 1]?.value ?? 0)}
            x2={centre(i)}
            y2={y(points[i]?.value ?? 0)}
            className="chart-line"
          />
        ))}
        {points.map(({ value, period, provisional, notAvailable }, i) =>
          value !== null ? (
            <Marker
              key={period}
              x={centre(i)}
              y={y(value)}
              kind={definitions[i] ?? 0}
              hollow={provisional === true}
              title={`${period}: ${format(value)}`}
            />
          ) : (
            notAvailable && (
              <text key={period} x={centre(i)} y={height - 6} textAnchor="middle" className="chart-absent">
                ×
              </text>
            )
          ),
        )}
        {size === 'full' && lastValue !== null && (
          <text
            x={centre(lastAt)}
            dx={anchor === 'end' ? 6 : anchor === 'start' ? -6 : 0}
            y={y(lastValue) - 10}
            textAnchor={anchor}
            className="chart-value"
          >
            {format(lastValue)}
          </text>
        )}
      </svg>
    </div>
  )
}
