import type { Locale } from '@mufakat/i18n'
import type { Picture } from './picture'

// One tree for every paper, so that PDF and DOCX say the same: who composes it knows nothing of pages, and who writes
// it knows nothing of rapat. Every text in it has gone through `printable`.

/** Words in one style; a line feed in `text` begins a new line. */
export interface Run {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly href?: string
}

export type Align = 'left' | 'center' | 'right' | 'justify'

export interface Heading {
  readonly type: 'heading'
  /** 1: the paper's name; 2: a section; 3: an agenda item; 4: a heading that people wrote. */
  readonly level: 1 | 2 | 3 | 4
  readonly runs: readonly Run[]
  readonly align?: Align
}

export interface Paragraph {
  readonly type: 'paragraph'
  readonly runs: readonly Run[]
  readonly align?: Align
  /** Steps to the right. */
  readonly indent?: number
  /** Smaller than the text: notes, captions. */
  readonly small?: true
  /** Stays on the page of what follows. */
  readonly keep?: true
  /** Space above, in lines; half a line is usual. */
  readonly above?: number
}

export interface ListItem {
  readonly level: number
  /** Null: a bullet; else its number among its neighbours of the same list and level. */
  readonly number: number | null
  readonly runs: readonly Run[]
}

/** Items in order, nested by level. */
export interface List {
  readonly type: 'list'
  readonly items: readonly ListItem[]
}

/** Names and values with a colon between, as on top of every official letter. */
export interface Facts {
  readonly type: 'facts'
  readonly rows: readonly { readonly label: string; readonly value: readonly Block[] }[]
  readonly indent?: number
  /** Width of the names, in points. */
  readonly labelWidth?: number
}

/** What stands in a cell of a table. */
export type Cell = readonly Block[]

export interface Table {
  readonly type: 'table'
  /** Shares of the width. */
  readonly weights: readonly number[]
  /** Repeated on every page that the table reaches. */
  readonly head: readonly Cell[] | null
  readonly rows: readonly (readonly Cell[])[]
  /** Size of its letters in points; left out: that of tables. */
  readonly size?: number
  /** Share of the page's width; left out: all of it. */
  readonly width?: number
  /** Least height of a row, in points: where somebody has to sign by hand. */
  readonly rowHeight?: number
}

/** A picture with its caption; without a picture the caption says why. */
export interface Figure {
  readonly type: 'figure'
  readonly picture: Picture | null
  readonly caption: readonly Run[]
}

/** Photos, two to a row. */
export interface Gallery {
  readonly type: 'gallery'
  readonly figures: readonly Figure[]
}

/** Set apart by a bar on its left: a decision, a tindak lanjut, a quotation. */
export interface Aside {
  readonly type: 'aside'
  readonly label?: string
  readonly blocks: readonly Paragraph[]
}

export interface Signature {
  /** Above the place to sign: place and date, jabatan. */
  readonly above: readonly string[]
  /** In the place to sign, when it was ratified here. */
  readonly signed: string | null
  readonly name: string
  readonly below: readonly string[]
}

/** Side by side and never parted by a page; one alone stands on the right. */
export interface Signatures {
  readonly type: 'signatures'
  readonly people: readonly Signature[]
}

export interface PageBreak {
  readonly type: 'page-break'
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Facts
  | Table
  | Figure
  | Gallery
  | Aside
  | Signatures
  | PageBreak

export interface KopBlock {
  readonly lines: readonly string[]
  readonly address: readonly string[]
  readonly logo: Picture | null
}

/** What the foot of every page says of a paper that was ratified. */
export interface SealNote {
  readonly lines: readonly string[]
  readonly url: string
}

export interface Paper {
  readonly locale: Locale
  readonly title: string
  readonly author: string
  /** The moment that stands in the file: the same paper made for the same moment is the same bytes. */
  readonly madeAt: Date
  readonly size: 'A4' | 'F4'
  readonly landscape: boolean
  readonly kop: KopBlock | null
  readonly logoAlt: string
  readonly blocks: readonly Block[]
  /** Says on every page that it is not ratified; `short` stands across the page. */
  readonly draft: { readonly long: string; readonly short: string } | null
  readonly seal: SealNote | null
  /** "Halaman {page} dari {pages}", asked for each page. */
  pageOf(page: string, pages: string): string
}
