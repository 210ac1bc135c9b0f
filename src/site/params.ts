/**
 * A segment of the address as its text: Next hands page parameters over as they stand in the URL. One that cannot be
 * decoded is no address of ours, and stays as it is, so that nothing is found under it.
 */
export function segmentText(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The one value of a query parameter; undefined where it is missing or stands there twice. */
export const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined
