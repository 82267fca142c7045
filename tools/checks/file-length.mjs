const LIMIT = 400
const CODE = /\.(ts|tsx|mjs|cjs|js|css)$/

/** Code files longer than the house allows. */
export function fileLength(files) {
  return [...files]
    .filter(([path]) => CODE.test(path))
    .map(([path, text]) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LIMIT)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${LIMIT}`)
}
