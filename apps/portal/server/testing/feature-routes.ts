import { accountRoutes } from './account-routes'
import { attendanceRoutes } from './attendance-routes'
import { boardRoutes } from './board-routes'
import { dashboardRoutes } from './dashboard-routes'
import { guestRoutes } from './guest-routes'
import { noticeRoutes } from './notice-routes'
import { operationRoutes } from './operation-routes'
import { organisationRoutes } from './organisation-routes'
import { paperRoutes } from './paper-routes'
import { personalDataRoutes } from './personal-data-routes'
import { ratificationRoutes } from './ratification-routes'
import { remarkRoutes } from './remark-routes'
import { seriesRoutes } from './series-routes'
import { targetRoutes } from './target-routes'
import { valueRoutes } from './value-routes'
import { viewRoutes } from './view-routes'

/** Rows of the table of `route-walk.pg.test.ts` that stand in files of their own. */
export const featureRoutes = {
  ...accountRoutes,
  ...attendanceRoutes,
  ...boardRoutes,
  ...dashboardRoutes,
  ...guestRoutes,
  ...noticeRoutes,
  ...organisationRoutes,
  ...paperRoutes,
  ...personalDataRoutes,
  ...operationRoutes,
  ...ratificationRoutes,
  ...remarkRoutes,
  ...seriesRoutes,
  ...valueRoutes,
  ...targetRoutes,
  ...viewRoutes,
}
