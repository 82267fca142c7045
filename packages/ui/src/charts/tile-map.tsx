import type { ReactNode } from 'react'
import { ChartTable } from './chart-table'

export interface Tile {
  key: string
  name: string
  /** From 1; at most 10 rows and 5 columns. */
  row: number
  column: number
  /** As it is written; a word where there is no value. */
  value: ReactNode
  /** What is said of it. */
  word: string
  /** How dark, 1 to 4; 0: without a value, drawn hollow. */
  level: 0 | 1 | 2 | 3 | 4
}

export interface TileMapProps {
  title: string
  /** That places are schematic, and what a darker tile means. */
  note: string
  tiles: readonly Tile[]
  table: {
    label: string
    columns: readonly string[]
    rows: readonly { key: string; cells: readonly ReactNode[] }[]
  }
}

/** Regions of one size on a grid that is like the land in nothing but who lies beside whom. Number and word stand in each. */
export function TileMap({ title, note, tiles, table }: TileMapProps) {
  const inOrder = [...tiles].sort((a, b) => a.row - b.row || a.column - b.column)
  return (
    <figure className="chart">
      <figcaption className="chart-note">
        <span className="sr-only">{title}. </span>
        {note}
      </figcaption>
      <ul className="tile-map">
        {inOrder.map(tile => (
          <li key={tile.key} data-row={tile.row} data-column={tile.column} data-level={tile.level}>
            <span className="tile-name">{tile.name}</span>
            <span className="tile-value">{tile.value}</span>
            <span className="tile-word">{tile.word}</span>
          </li>
        ))}
      </ul>
      <ChartTable label={table.label} caption={title} columns={table.columns} rows={table.rows} />
    </figure>
  )
}
