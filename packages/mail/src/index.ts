export * from './catalogue'
export { type Letter, type RenderedMail, renderMail } from './render'
