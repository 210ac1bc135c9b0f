import type { CollectionSlug, Payload } from 'payload'

/** Documents that belong to a lead, by the relationship field that says so; `at` is the field that says when it happens. */
export type Belonging = { collection: CollectionSlug; field: string; at: string }

/**
 * Every collection that belongs to leads: those whose configuration says `custom: { ofLead: '<field>' }`. What is in one
 * of them is part of a lead's export and goes when the lead is erased; a feature adds its own by saying so. What happens
 * at another time than it was written adds `happensAt: '<field>'`: a lead is not forgotten before that.
 */
export function belongings({ config }: Pick<Payload, 'config'>): Belonging[] {
  return config.collections.flatMap(({ slug, custom }) =>
    typeof custom?.ofLead === 'string'
      ? [{ collection: slug as CollectionSlug, field: custom.ofLead, at: String(custom.happensAt ?? 'createdAt') }]
      : [],
  )
}
