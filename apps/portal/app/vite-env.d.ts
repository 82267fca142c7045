/// <reference types="vite/client" />

/** The script of the offline page, as it runs; see vite.offline.ts. */
declare module 'virtual:waiting-page' {
  const script: string
  export default script
}

/** The script beside the field for a hash, as it runs; see vite.insets.ts. */
declare module 'virtual:choose-file' {
  const script: string
  export default script
}

/** The script of the form of a report, as it runs; see vite.insets.ts. */
declare module 'virtual:fill-report' {
  const script: string
  export default script
}

/** The script of the pages of the dashboard, as it runs; see vite.insets.ts. */
declare module 'virtual:dasbor' {
  const script: string
  export default script
}
