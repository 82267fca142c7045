import { LIMITS } from './limits'
import { Refused } from './refused'

export interface Picture {
  readonly width: number
  readonly height: number
  readonly thumbnail: Uint8Array
}

type Sharp = typeof import('sharp')['default']

/** Fetched with the first picture: it costs a process 20 MB that most never need. */
let loading: Promise<Sharp> | undefined
const loadSharp = (): Promise<Sharp> => {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.concurrency(1)
    sharp.cache(false)
    // Whatever a file turns out to be, no other reader (SVG, PDF, TIFF, HEIF …) is ever started on it.
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
    return sharp
  })
  return loading
}

/** One picture at a time: a large one takes 200 MB while it is decoded. */
let turn: Promise<unknown> = Promise.resolve()
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = turn.then(work, work)
  turn = mine.catch(() => undefined)
  return mine
}

/** libvips tells of a size before it decodes. */
const isTooLarge = (error: unknown): boolean => error instanceof Error && /pixel limit/i.test(error.message)

/**
 * Draws the picture at `from` anew into `to`: upright, no side over the limit, without EXIF, profile or whatever
 * else the file held beside its pixels. What another reader would have found in the file is gone with it.
 */
export const redraw = (kind: 'png' | 'jpeg' | 'webp', from: string, to: string): Promise<Picture> =>
  inTurn(async () => {
    const sharp = await loadSharp()
    const open = (path: string) =>
      sharp(path, { limitInputPixels: LIMITS.pixels, failOn: 'error', pages: 1 }).timeout({
        seconds: LIMITS.imageSeconds,
      })
    try {
      const { format } = await open(from).metadata()
      if (format !== kind) throw new Refused('mixed', `begins as ${kind}, reads as ${format}`)
      const drawn = open(from)
        .autoOrient()
        .resize({ width: LIMITS.side, height: LIMITS.side, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
      const written = {
        png: () => drawn.png(),
        jpeg: () => drawn.jpeg({ quality: 86 }),
        webp: () => drawn.webp({ quality: 86 }),
      }
      const { width, height } = await written[kind]().toFile(to)
      const thumbnail = await open(to)
        .resize({
          width: LIMITS.thumbnailSide,
          height: LIMITS.thumbnailSide,
          fit: 'inside',
          withoutEnlargement: true,
        })
        .webp({ quality: 72 })
        .toBuffer()
      return { width, height, thumbnail: new Uint8Array(thumbnail) }
    } catch (error) {
      if (error instanceof Refused) throw error
      throw isTooLarge(error)
        ? new Refused('too-many-pixels', 'pixels')
        : new Refused('damaged', `picture: ${error instanceof Error ? error.message : 'unreadable'}`)
    }
  })

/**
 * A small WebP drawn anew as a PNG, for where only that can be put into a paper.
 * @param side longest side that is taken
 * @returns null when it is none, is broken, or is larger
 */
export const webpAsPng = (bytes: Uint8Array, side: number): Promise<Uint8Array | null> =>
  inTurn(async () => {
    const sharp = await loadSharp()
    try {
      const picture = sharp(bytes, { limitInputPixels: side * side, failOn: 'error', pages: 1 }).timeout({
        seconds: LIMITS.imageSeconds,
      })
      if ((await picture.metadata()).format !== 'webp') return null
      return new Uint8Array(await picture.autoOrient().toColourspace('srgb').png().toBuffer())
    } catch {
      return null
    }
  })

/**
 * A picture of the store as a JPEG that a page of A4 needs, what can be seen through on white.
 * @param side longest side
 * @returns null when it is none any more
 */
export const pictureForPaper = (path: string, side: number): Promise<Uint8Array | null> =>
  inTurn(async () => {
    const sharp = await loadSharp()
    try {
      const picture = sharp(path, { limitInputPixels: LIMITS.pixels, failOn: 'error', pages: 1 })
        .timeout({ seconds: LIMITS.imageSeconds })
        .autoOrient()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
      return new Uint8Array(await picture.jpeg({ quality: 82, chromaSubsampling: '4:4:4' }).toBuffer())
    } catch {
      return null
    }
  })
