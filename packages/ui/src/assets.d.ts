/** A file of this package as the bundler's address for it. */
declare module '*.woff2?url' {
  const url: string
  export default url
}
