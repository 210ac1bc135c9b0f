import { HONEYPOT_FIELD } from '../honeypot'

/** Out of sight, of the keyboard and of assistive technology; whoever reads it all the same is told to leave it empty. */
export function Honeypot({ label, typed }: { label: string; typed?: string }) {
  return (
    <div className="honeypot" aria-hidden="true">
      <label htmlFor={HONEYPOT_FIELD}>{label}</label>
      <input
        id={HONEYPOT_FIELD}
        name={HONEYPOT_FIELD}
        type="text"
        tabIndex={-1}
        autoComplete="off"
        defaultValue={typed}
      />
    </div>
  )
}
