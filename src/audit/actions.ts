/** What can have been done. */
export const AUDIT_ACTIONS = [
  { value: 'create', label: 'Created' },
  { value: 'update', label: 'Changed' },
  { value: 'delete', label: 'Deleted' },
  { value: 'merge', label: 'Merged into another' },
  { value: 'release', label: 'Released' },
  { value: 'spam', label: 'Marked as spam' },
  { value: 'export', label: 'Exported' },
  { value: 'erase', label: 'Erased' },
  { value: 'expire', label: 'Removed after its time' },
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]['value']
