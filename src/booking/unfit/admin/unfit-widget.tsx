import type { WidgetServerProps } from 'payload'
import { unfitMeetingsOf } from '../endpoints'
import { UnfitList } from './unfit-list'

/** On the dashboard: every meeting that no longer fits, so that none is overlooked. */
export async function UnfitWidget({ req }: WidgetServerProps) {
  const unfit = await unfitMeetingsOf(req.payload, req.user)
  return unfit.length > 0 ? <UnfitList /> : null
}
