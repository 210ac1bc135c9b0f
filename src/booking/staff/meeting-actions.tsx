'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { AdminAction } from '@/ui/admin-action'
import { CancelForm } from './cancel-form'
import { MoveForm } from './move-form'

type Props = {
  id: string
  status: 'confirmed' | 'held' | 'no-show' | 'cancelled'
  hasBegun: boolean
  /** The date it is on, in that zone. */
  day: string
  zone: string
}

/** What sales does with a meeting: before it, another time or none; once it has begun, whether it took place. */
export function MeetingActions({ id, status, hasBegun, day, zone }: Props) {
  const { config } = useConfig()
  const [open, setOpen] = useState<'move' | 'cancel'>()
  if (status === 'cancelled') return null
  if (hasBegun) {
    return (
      <div className="meeting-actions">
        {status !== 'held' && <AdminAction label="Took place" path={`/meetings/${id}/took-place`} />}
        {status !== 'no-show' && (
          <AdminAction buttonStyle="secondary" label="Did not come" path={`/meetings/${id}/no-show`} />
        )}
      </div>
    )
  }
  const close = () => setOpen(undefined)
  // Payload's button takes no attributes but through this property.
  const isOpen = (form: typeof open) => ({
    extraButtonProps: { 'aria-expanded': open === form },
    onClick: () => setOpen(form),
  })
  return (
    <>
      <div className="meeting-actions">
        <Button buttonStyle={open === 'move' ? 'primary' : 'secondary'} {...isOpen('move')} margin={false}>
          Move
        </Button>
        <Button buttonStyle={open === 'cancel' ? 'primary' : 'secondary'} {...isOpen('cancel')} margin={false}>
          Cancel meeting
        </Button>
      </div>
      {open === 'move' && <MoveForm api={config.routes.api} day={day} id={id} onClose={close} zone={zone} />}
      {open === 'cancel' && <CancelForm api={config.routes.api} id={id} onClose={close} />}
    </>
  )
}
