'use client'

import type { DefaultCellComponentProps } from 'payload'
import { useEffect, useState } from 'react'
import { InlineSelect } from '@/ui/admin/inline-select'

type Owner = { value: string; label: string }

const NOBODY: Owner = { value: '', label: 'Nobody' }

/** Shared by the rows of a page: one request, not one for each. */
let owners: Promise<Owner[]> | undefined

async function readOwners(): Promise<Owner[]> {
  const query = new URLSearchParams({ 'where[roles][in]': 'sales,admin', sort: 'name', limit: '200', depth: '0' })
  const response = await fetch(`/api/users?${query}`, { credentials: 'include' })
  if (!response.ok) throw new Error(`Reading owners answered ${response.status}`)
  const { docs } = (await response.json()) as { docs: { id: string; name: string }[] }
  return docs.map(({ id, name }) => ({ value: id, label: name }))
}

function ownersOnce(): Promise<Owner[]> {
  owners ??= readOwners().catch((error) => {
    owners = undefined
    throw error
  })
  return owners
}

/** Who answers a lead, in a list, where it can be changed. */
export function OwnerCell({ cellData, rowData }: DefaultCellComponentProps) {
  const [options, setOptions] = useState<Owner[]>()
  useEffect(() => {
    ownersOnce().then(setOptions, () => setOptions([]))
  }, [])

  const owner = cellData as { id: string; name?: string } | string | null | undefined
  const id = (typeof owner === 'object' ? owner?.id : owner) ?? ''
  if (!options) return <span>…</span>
  const known = id === '' || options.some(({ value }) => value === id)
  const former: Owner[] = known ? [] : [{ value: id, label: 'Former colleague' }]
  return (
    <InlineSelect
      field="owner"
      label={`Owner of ${rowData.name}`}
      options={[NOBODY, ...former, ...options]}
      url={`/api/leads/${rowData.id}`}
      value={id}
    />
  )
}
