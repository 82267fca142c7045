import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { Refused } from './refused'

/** How far a sheet may reach. */
export interface Grid {
  readonly rows: number
  readonly columns: number
}

const ADDRESS = /^([A-Z]{1,3})([0-9]{1,7})$/

/** Number of a column, from 1: "A" 1, "AA" 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)

/**
 * Looks at a sheet as it is unpacked, that nothing in it lies outside of the grid: who reads it makes room for every cell
 * up to the farthest, and one address at the far corner would fill the memory.
 */
export class SheetBounds {
  private readonly decoder = new StringDecoder('utf8')
  private readonly parser = new SaxesParser({ xmlns: false })
  private rows = 0
  private cells = 0

  constructor(private readonly grid: Grid) {
    this.parser.on('error', error => {
      throw new Refused('damaged', error.message)
    })
    this.parser.on('opentag', ({ name, attributes }) => {
      const kind = name.replace(/^.*:/, '')
      const address = (attributes as Readonly<Record<string, string>>).r
      if (kind === 'row') this.row(address)
      else if (kind === 'c') this.cell(address)
    })
  }

  take(chunk: Buffer): void {
    this.parser.write(this.decoder.write(chunk))
  }

  private row(address: string | undefined): void {
    this.rows++
    if (this.rows > this.grid.rows || (address !== undefined && !(Number(address) <= this.grid.rows)))
      throw new Refused('bomb', 'rows')
  }

  private cell(address: string | undefined): void {
    this.cells++
    if (this.cells > this.grid.rows * this.grid.columns) throw new Refused('bomb', 'cells')
    if (address === undefined) return
    const [, letters = '', row = ''] = ADDRESS.exec(address) ?? []
    if (letters === '' || Number(row) > this.grid.rows || columnOf(letters) > this.grid.columns)
      throw new Refused('bomb', 'address')
  }
}
