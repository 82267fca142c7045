import type { Figure, Gallery, Run } from '../paper'
import type { Picture } from '../picture'
import type { Box } from './box'
import { type Slice, stack } from './slice'
import { layParagraph } from './text'

/** A picture is shown at 96 dots to the inch, or smaller where that is larger than its place. */
const DOT = 0.75
function scaled(
  { width, height }: Picture,
  room: number,
  tallest: number,
): { width: number; height: number } {
  const scale = Math.min(DOT, room / width, tallest / height)
  return { width: width * scale, height: height * scale }
}

const captionText = (runs: readonly Run[]): string => runs.map(run => run.text).join('')

export function layFigure({ picture, caption }: Figure, box: Box): Slice[] {
  const { sheet } = box
  const slices: Slice[] = []
  if (picture) {
    const size = scaled(picture, box.width, box.tallest)
    const element = sheet.element(box.parent, 'Figure', { alt: captionText(caption) || ' ' })
    slices.push({
      height: size.height,
      before: box.size * 0.6,
      keep: caption.length > 0,
      draw: top => {
        const left = box.x + (box.width - size.width) / 2
        sheet.mark(element, 'Figure', () => sheet.picture(picture, left, top, size))
      },
    })
  }
  if (caption.length > 0) {
    slices.push(
      ...layParagraph(
        { type: 'paragraph', runs: caption, align: 'center', small: true, above: picture ? 0.2 : 0.6 },
        box,
      ),
    )
  }
  return slices
}

const PHOTO_GAP = 16
const PHOTO_HEIGHT = 180

export function layGallery({ figures }: Gallery, box: Box): Slice[] {
  const width = (box.width - PHOTO_GAP) / 2
  const slices: Slice[] = []
  for (let at = 0; at < figures.length; at += 2) {
    const pair = figures
      .slice(at, at + 2)
      .map((figure, side) =>
        stack(
          layFigure(figure, { ...box, width, x: box.x + side * (width + PHOTO_GAP), tallest: PHOTO_HEIGHT }),
        ),
      )
    slices.push({
      height: Math.max(...pair.map(({ height }) => height)),
      before: 14,
      keep: false,
      draw: top => {
        for (const one of pair) one.draw(top)
      },
    })
  }
  return slices
}
