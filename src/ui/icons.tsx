/** A sign for a company without a logo: a square with a measured corner. */
export function Sign({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 26 26" fill="none" stroke="currentColor" aria-hidden="true">
      <rect x="1" y="5" width="20" height="20" strokeWidth="2" />
      <path d="M1 18 14 5M8 25 21 12" strokeWidth="2" />
      <path d="M25 1v9M25 1h-9" strokeWidth="1.5" />
    </svg>
  )
}

export function SearchIcon() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      aria-hidden="true"
    >
      <circle cx="8.5" cy="8.5" r="5.75" />
      <path d="m13 13 5 5" />
    </svg>
  )
}
