/** Where the app tells its figures to the server; it has no public address. */
export const METRICS_SOURCE = '/internal-metrics'

/** What only the app knows, for the server's `/metrics`. */
export type AppFigures = {
  databaseUp: boolean
  /** How long the last look at the database took. */
  databaseSeconds: number
  /** Mails in the outbox, by state. */
  mails: Record<string, number>
  /** Age of the mail that waits longest; 0 while none does. */
  oldestWaitingSeconds: number
  heldMessages: number
  /** Stored, but without all that follows from them. */
  unfinishedMessages: number
  waitingJobs: number
}
