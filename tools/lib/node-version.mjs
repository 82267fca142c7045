/** Ends with one line on a Node that is too old for what we use. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Mufakat memerlukan Node 20.19 atau lebih baru; ini ${process.versions.node}`)
  process.exit(1)
}
