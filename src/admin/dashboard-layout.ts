import type { PayloadRequest, WidgetInstance } from 'payload'
import { mayServeLeads } from '@/access/roles'

/** What the dashboard shows until somebody arranges their own: figures of leads to those who work with them. */
export function dashboardLayout({ req }: { req: PayloadRequest }): WidgetInstance[] {
  return [
    { widgetSlug: 'attention', width: 'full' },
    { widgetSlug: 'unfit-meetings', width: 'full' },
    ...(mayServeLeads(req.user) ? [{ widgetSlug: 'lead-figures', width: 'full' } as const] : []),
    { widgetSlug: 'collections', width: 'full' },
  ]
}
