import { flatRoutes } from '@remix-run/fs-routes'

// A route is a folder with route.tsx; what stands beside it (page, form, tests) is not one.
export default flatRoutes({ ignoredRouteFiles: ['**/*.test.*'] })
