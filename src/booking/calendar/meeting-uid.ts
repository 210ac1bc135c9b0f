/** The UID of a meeting (RFC 7986, section 5.3), by its id and the host name of the site. */
export const meetingUid = (id: string, hostname: string) => `${id}@${hostname}`

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** True for the UID of a meeting of this site: it comes back in the calendars of those who accepted it. */
export function isMeetingUid(uid: string, hostname: string): boolean {
  const [id = '', host] = uid.toLowerCase().split('@')
  return host === hostname && UUID.test(id)
}
