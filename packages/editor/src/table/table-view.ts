// A table in an item's text. Rows and columns come from the table's own map, each cell is a text of its own with its
// own editor; the node in the item's text is only the place where it stands. Cells keep their editor for as long as
// their row and column live, whatever others add around them.
import {
  addColumn,
  addRow,
  cellText,
  deleteColumn,
  deleteRow,
  rootName,
  subscribeTable,
  tableGrid,
} from '@mufakat/doc-model'
import type { Desk, MenuEntry } from '../desk/desk'
import { iconElement } from '../text/icons'
import type { MountedText, MountText } from '../text/mounted-text'

interface Cell {
  td: HTMLTableCellElement
  text: MountedText
}

interface Place {
  row: number
  column: number
}

/** What the line around a table does for it. */
export interface TableActions {
  /** Puts the caret into the caption. */
  leave(): void
  /** Puts the caret into the line below. */
  below(): void
  /** Deletes the line; the answer puts it back, whatever was written since. */
  remove(): () => void
}

export class TableView {
  readonly dom: HTMLElement
  readonly #body: HTMLTableSectionElement
  readonly #menu: HTMLButtonElement
  readonly #cells = new Map<string, Cell>()
  readonly #rows = new Map<string, HTMLTableRowElement>()
  readonly #stops: (() => void)[] = []
  /** The cell that last had the focus: what the menu acts on. */
  #last: { row: string; column: string } | null = null

  constructor(
    readonly id: string,
    private readonly desk: Desk,
    private readonly mountText: MountText,
    private readonly actions: TableActions,
  ) {
    this.dom = document.createElement('div')
    this.dom.className = 'nt-table-scroll'
    this.dom.contentEditable = 'false'
    const table = document.createElement('table')
    table.className = 'nt-table'
    this.#body = document.createElement('tbody')
    table.append(this.#body)
    this.#menu = this.#menuButton()
    this.dom.append(table, this.#menu)
    this.#stops.push(subscribeTable(desk.doc, id, () => this.#draw()))
    const mode = () => {
      this.#menu.hidden = !desk.editable.get()
    }
    this.#stops.push(desk.editable.subscribe(mode))
    mode()
    this.#draw()
  }

  #draw() {
    const { id } = this
    const { rows, columns } = tableGrid(this.desk.doc, id)
    const wanted = new Set(rows.flatMap(row => columns.map(column => `${row.id} ${column.id}`)))
    for (const [key, cell] of this.#cells) {
      if (wanted.has(key)) continue
      cell.text.destroy()
      cell.td.remove()
      this.#cells.delete(key)
    }
    for (const [key, tr] of this.#rows) {
      if (rows.some(row => row.id === key)) continue
      tr.remove()
      this.#rows.delete(key)
    }
    rows.forEach((row, r) => {
      const tr = this.#rows.get(row.id) ?? document.createElement('tr')
      this.#rows.set(row.id, tr)
      place(this.#body, tr, r)
      columns.forEach((column, c) => {
        const cell = this.#cell(id, row.id, column.id)
        place(tr, cell.td, c)
        cell.text.relabel(this.desk.words.t('editor.table.cell', { row: r + 1, column: c + 1 }))
      })
    })
  }

  #cell(table: string, row: string, column: string): Cell {
    const key = `${row} ${column}`
    const known = this.#cells.get(key)
    if (known) return known
    const td = document.createElement('td')
    const text = this.mountText({
      desk: this.desk,
      name: rootName.cell(table, row, column),
      ytext: cellText(this.desk.doc, table, row, column),
      element: td,
      kind: 'cell',
      label: '',
      step: by => this.#step({ row, column }, by),
      vertical: by => this.#vertical({ row, column }, by),
      leave: () => this.actions.leave(),
    })
    td.addEventListener('focusin', () => {
      this.#last = { row, column }
    })
    const cell = { td, text }
    this.#cells.set(key, cell)
    return cell
  }

  #place(at: { row: string; column: string } | null): Place | null {
    if (!at) return null
    const { rows, columns } = tableGrid(this.desk.doc, this.id)
    const row = rows.findIndex(each => each.id === at.row)
    const column = columns.findIndex(each => each.id === at.column)
    return row < 0 || column < 0 ? null : { row, column }
  }

  /** Tab: the next cell; after the last one a new row. Shift+Tab before the first one leaves the table. */
  #step(at: { row: string; column: string }, by: 1 | -1): boolean {
    const place = this.#place(at)
    if (!place) return false
    const { rows, columns } = tableGrid(this.desk.doc, this.id)
    const next = place.row * columns.length + place.column + by
    if (next < 0) {
      this.actions.leave()
      return true
    }
    if (next >= rows.length * columns.length) addRow(this.desk.doc, this.id)
    const grid = tableGrid(this.desk.doc, this.id)
    const row = grid.rows[Math.floor(next / columns.length)]
    const column = grid.columns[next % columns.length]
    if (row && column) this.#cells.get(`${row.id} ${column.id}`)?.text.focusEnd()
    return true
  }

  /** ↑ and ↓ at the edge of a cell; past the table's own edge into its caption or the line below. */
  #vertical(at: { row: string; column: string }, by: 1 | -1): boolean {
    const place = this.#place(at)
    if (!place) return false
    const row = tableGrid(this.desk.doc, this.id).rows[place.row + by]
    if (row) this.#cells.get(`${row.id} ${at.column}`)?.text[by === 1 ? 'focusStart' : 'focusEnd']()
    else if (by === 1) this.actions.below()
    else this.actions.leave()
    return true
  }

  #menuButton(): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'nt-table-menu'
    button.setAttribute('aria-label', this.desk.words.t('editor.table.menu'))
    button.setAttribute('aria-haspopup', 'menu')
    button.append(iconElement('more', 18))
    button.addEventListener('click', () => {
      this.desk.menu.set({
        anchor: button,
        label: this.desk.words.t('editor.table.menu'),
        entries: this.#entries(),
      })
    })
    return button
  }

  #entries(): MenuEntry[] {
    const { words, doc } = this.desk
    const { id } = this
    const at = this.#place(this.#last)
    const grid = tableGrid(doc, id)
    const row = at?.row ?? grid.rows.length - 1
    const column = at?.column ?? grid.columns.length - 1
    const before = (list: readonly { id: string }[], index: number) => list[index - 1]?.id ?? null
    const entry = (label: string, run: () => void, rest: Partial<MenuEntry> = {}): MenuEntry => ({
      label,
      run: () => {
        run()
        this.#focusNear(row, column)
      },
      ...rest,
    })
    return [
      entry(words.t('editor.table.row-above'), () => addRow(doc, id, before(grid.rows, row))),
      entry(words.t('editor.table.row-below'), () => addRow(doc, id, grid.rows[row]?.id)),
      entry(words.t('editor.table.column-left'), () => addColumn(doc, id, before(grid.columns, column))),
      entry(words.t('editor.table.column-right'), () => addColumn(doc, id, grid.columns[column]?.id)),
      entry(words.t('editor.table.delete-row'), () => deleteRow(doc, id, grid.rows[row]?.id ?? ''), {
        disabled: grid.rows.length <= 1,
      }),
      entry(
        words.t('editor.table.delete-column'),
        () => deleteColumn(doc, id, grid.columns[column]?.id ?? ''),
        {
          disabled: grid.columns.length <= 1,
        },
      ),
      { label: words.t('editor.table.caption'), run: () => this.actions.leave() },
      { label: words.t('editor.table.delete'), danger: true, run: () => this.#remove() },
    ]
  }

  #focusNear(row: number, column: number) {
    const { rows, columns } = tableGrid(this.desk.doc, this.id)
    const r = rows[Math.min(row, rows.length - 1)]
    const c = columns[Math.min(column, columns.length - 1)]
    if (r && c) this.#cells.get(`${r.id} ${c.id}`)?.text.focusEnd()
  }

  #remove() {
    const { undo, toast, words } = this.desk
    // A step of its own, so that taking it back takes nothing else back.
    undo.stopCapturing()
    const putBack = this.actions.remove()
    const step = undo.undoStack.at(-1)
    undo.stopCapturing()
    toast.set({
      text: words.t('editor.table.deleted'),
      undo: () => {
        if (undo.undoStack.at(-1) === step) undo.undo()
        else putBack()
      },
    })
  }

  destroy() {
    for (const stop of this.#stops) stop()
    for (const cell of this.#cells.values()) cell.text.destroy()
    this.#cells.clear()
  }
}

/** Puts `child` at `index` of `parent` without touching it when it is there already: it may have the focus. */
function place(parent: HTMLElement, child: HTMLElement, index: number) {
  const there = parent.children[index] ?? null
  if (there !== child) parent.insertBefore(child, there)
}
