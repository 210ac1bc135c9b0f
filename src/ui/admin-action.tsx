'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { ask } from './admin/ask'

type AdminActionProps = {
  /** Path below the API that does it, by POST. */
  path: string
  /** What it is told besides, as JSON. */
  body?: unknown
  label: string
  /** What the button acts on, for those who do not see where it stands; read after the label. */
  about?: string
  buttonStyle?: 'primary' | 'secondary'
  size?: 'small' | 'medium'
}

/** A button of the admin that does something to what is on the page, and shows the page as it is afterwards. */
export function AdminAction({
  path,
  body = {},
  label,
  about,
  buttonStyle = 'primary',
  size = 'medium',
}: AdminActionProps) {
  const { config } = useConfig()
  const [busy, setBusy] = useState(false)

  async function act(): Promise<void> {
    setBusy(true)
    const { problem } = await ask(config.routes.api + path, body)
    // The form of the page holds what the document was; only a new page holds what it is.
    if (!problem) return window.location.reload()
    setBusy(false)
    toast.error(problem)
  }

  return (
    <Button
      aria-label={about ? label + about : undefined}
      buttonStyle={buttonStyle}
      size={size}
      disabled={busy}
      onClick={act}
    >
      {label}
    </Button>
  )
}
