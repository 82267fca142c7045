/** An element among the lines of a text that is none of it. */
export function island(className: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  element.contentEditable = 'false'
  return element
}
