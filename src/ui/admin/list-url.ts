/** One condition of a list: the value of a field. */
export type Condition = {
  field: string
  operator?: 'equals' | 'exists' | 'in' | 'not_in' | 'less_than' | 'greater_than'
  value: string
}

/** The address of a collection's list in the admin, narrowed by conditions in the form its filters are written in. */
export function listUrl(collection: string, conditions: Condition[] = []): string {
  const query = new URLSearchParams()
  conditions.forEach(({ field, operator = 'equals', value }, index) => {
    query.set(`where[or][0][and][${index}][${field}][${operator}]`, value)
  })
  const path = `/admin/collections/${collection}`
  return query.size > 0 ? `${path}?${query}` : path
}
