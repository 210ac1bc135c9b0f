import type { ServerProps } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { meetingsWeekPath } from '@/site/urls'
import { WeekNavLink } from './week-nav-link'

/** The calendar of the week in the navigation, for whoever may open it. */
export const WeekNav = ({ user }: Pick<ServerProps, 'user'>) =>
  mayServeLeads(user) ? <WeekNavLink href={meetingsWeekPath()} /> : null
