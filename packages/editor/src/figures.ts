/** What an indicator stands at, as the page around the text knows it. */
export interface FigureText {
  /** "4,73%". */
  readonly value: string
  /** Of when it is, and what is open about it; empty: nothing more is said. */
  readonly more: string
}

/** By id of the indicator; one that is not known, or not for who is here, is left out. */
export type FigureTextById = Readonly<Record<string, FigureText>>

export const NO_FIGURES: FigureTextById = {}
