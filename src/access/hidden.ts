import type { Actor } from './roles'

/**
 * For `admin.hidden`: takes a collection or global out of the admin's navigation and addresses for whoever the rule
 * does not name. This is what people are offered; what they may do is said by the access rules alone.
 *
 * A collection that rich text refers to must stay visible to all who write: Payload refuses what a hidden one
 * holds, also in writes by nobody (a script, the demo), who are shown everything therefore.
 */
export const hiddenUnless =
  (rule: (actor: Actor | null | undefined) => boolean) =>
  ({ user }: { user: unknown }): boolean =>
    Boolean(user) && !rule(user as Actor)
