import url from './fonts/plus-jakarta-sans-latin-wght-normal.woff2?url'

/** Address of the typeface, for a page to fetch it before its styles have come. */
export const fontUrl: string = url
