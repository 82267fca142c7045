import { encode } from 'uqr'

/** A QR code as rows of dark and light, without its quiet border. */
export const qrModules = (text: string): readonly (readonly boolean[])[] =>
  encode(text, { ecc: 'M', border: 0 }).data
