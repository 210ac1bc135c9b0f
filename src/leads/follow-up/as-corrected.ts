import type { ContactSubmission } from '@/payload-types'

/** A message with the address that its sender meant: what is owed for it goes there. Stored is what was sent. */
export const asCorrected = (submission: ContactSubmission): ContactSubmission => ({
  ...submission,
  email: submission.correctedEmail || submission.email,
})
