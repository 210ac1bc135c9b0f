import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { Forbidden, type PayloadRequest } from 'payload'
import { mayPublish } from './roles'

type ScheduleArguments = Parameters<typeof schedulePublishHandler>[0]

/**
 * Takes the place of Payload's own, which lets everybody with an account queue a publication and delete those of others:
 * the job of somebody who may not publish would fail when it runs, but nobody would know why.
 * @throws Forbidden for whoever may not publish
 */
export async function schedulePublish(args: Record<string, unknown>) {
  const { req } = args as { req: PayloadRequest }
  if (!mayPublish(req.user)) throw new Forbidden(req.t)
  return schedulePublishHandler(args as ScheduleArguments)
}
