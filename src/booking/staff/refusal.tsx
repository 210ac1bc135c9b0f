'use client'

import { Button } from '@payloadcms/ui'

/** A free time near one that is not, in words. */
export type NearTime = { start: string; label: string }

/** What a refusal of a time tells besides its words. */
export type TakenDetails = { nearest?: NearTime[] }

type Props = {
  problem: string
  nearest?: readonly NearTime[]
  /** The chosen time, as ISO 8601 in UTC. */
  start: string | undefined
  onPick: (start: string) => void
}

/** Why it did not work; of a time that is not free, those near it that are, each chosen by a press. */
export function Refusal({ problem, nearest = [], start, onPick }: Props) {
  if (nearest.length === 0) return <p role="alert">{problem}</p>
  return (
    <div className="meeting-refusal">
      <p role="alert">This time is not free. Free near it:</p>
      <div className="meeting-actions">
        {nearest.map((time) => (
          <Button
            buttonStyle={time.start === start ? 'primary' : 'secondary'}
            extraButtonProps={{ 'aria-pressed': time.start === start }}
            key={time.start}
            margin={false}
            onClick={() => onPick(time.start)}
            size="small"
          >
            {time.label}
          </Button>
        ))}
      </div>
    </div>
  )
}
