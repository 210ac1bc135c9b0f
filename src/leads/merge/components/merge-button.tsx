'use client'

import {
  Button,
  ConfirmationModal,
  toast,
  useConfig,
  useDocumentInfo,
  useFormFields,
  useListDrawer,
  useModal,
} from '@payloadcms/ui'
import type { Where } from 'payload'
import { useMemo, useState } from 'react'
import { ask } from '@/ui/admin/ask'

type Chosen = { id: string; name: string }

/** The id of a relation in a form, which may hold the document itself. */
const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined
}

/** Above a lead: merge it into another one, which is searched in the list. Above a merged one: where it went. */
export function MergeButton() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { openModal } = useModal()
  const [chosen, setChosen] = useState<Chosen>()
  const { mergedInto, name } = useFormFields(([fields]) => ({
    mergedInto: idOf(fields.mergedInto?.value),
    name: String(fields.name?.value ?? ''),
  }))
  const filterOptions = useMemo(
    (): Record<string, Where> => ({
      leads: { and: [{ id: { not_equals: String(id) } }, { mergedInto: { exists: false } }] },
    }),
    [id],
  )
  const [ListDrawer, , { closeDrawer, openDrawer }] = useListDrawer({ collectionSlugs: ['leads'], filterOptions })
  const leadPage = (lead: string) => `${config.routes.admin}/collections/leads/${lead}`
  const confirmation = `merge-${id}`

  async function merge() {
    const answer = await ask<{ into: string }>(`${config.routes.api}/leads/${id}/merge`, { into: chosen?.id })
    if (answer.problem !== undefined) return void toast.error(answer.problem)
    window.location.assign(leadPage(answer.body.into))
  }

  if (!id) return null
  if (mergedInto) {
    return (
      <p className="merged-notice">
        This lead was merged. <a href={leadPage(mergedInto)}>Go to the lead that stays</a>
      </p>
    )
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} onClick={openDrawer} size="medium">
        Merge into…
      </Button>
      <ListDrawer
        allowCreate={false}
        onSelect={({ doc }) => {
          setChosen({ id: String(doc.id), name: String(doc.name) })
          closeDrawer()
          openModal(confirmation)
        }}
      />
      <ConfirmationModal
        body={`Messages, addresses, mails and the timeline of “${name}” move to “${chosen?.name}”, and so do their next messages. What you have not saved on this page is not taken along. This cannot be undone.`}
        confirmLabel="Merge"
        heading="Merge these leads?"
        modalSlug={confirmation}
        onConfirm={merge}
      />
    </>
  )
}
