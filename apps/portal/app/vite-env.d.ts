/// <reference types="vite/client" />

/** The script of the offline page, as it runs; see vite.offline.ts. */
declare module 'virtual:waiting-page' {
  const script: string
  export default script
}
