export { printable } from './printable'
