/** A text in parts, those that name somebody apart; labels come longest first. */
export function parted(body: string, labels: readonly string[]): { text: string; named: boolean }[] {
  const parts: { text: string; named: boolean }[] = []
  let plain = ''
  for (let at = 0; at < body.length; ) {
    const rest = body.slice(at + 1)
    const label =
      body[at] === '@'
        ? labels.find(one => rest.slice(0, one.length).toLowerCase() === one.toLowerCase())
        : undefined
    if (label === undefined) {
      plain += body[at]
      at += 1
      continue
    }
    if (plain !== '') parts.push({ text: plain, named: false })
    parts.push({ text: body.slice(at, at + 1 + label.length), named: true })
    plain = ''
    at += 1 + label.length
  }
  if (plain !== '') parts.push({ text: plain, named: false })
  return parts
}
