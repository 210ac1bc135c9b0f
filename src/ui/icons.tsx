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
