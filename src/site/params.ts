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
