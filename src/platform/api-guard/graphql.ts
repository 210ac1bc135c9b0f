import {
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
  visit,
} from 'graphql'
import type { SanitizedConfig } from 'payload'
import { PUBLIC_LIMITS, sortFault } from './query'
import { badRequest, type Refusal } from './refusal'
import { isObject, shapeFault } from './shape'

/** A document for a whole page needs some hundred fields, eight levels deep. */
const MAX = { tokens: 3000, depth: 15, fields: 600, rootFields: 10 }

type Config = Pick<SanitizedConfig, 'blocks' | 'collections'>
type Size = { depth: number; fields: number }

/**
 * Size of a selection with its fragments put in; undefined when a fragment contains itself. Each fragment is measured
 * once: expanding them one by one is what a few lines of nested fragments make endless.
 */
function measure(document: DocumentNode): (set: SelectionSetNode) => Size | undefined {
  const sizes = new Map<string, Size | 'under way' | undefined>()

  function fragment(name: string): Size | undefined {
    if (sizes.has(name)) {
      const known = sizes.get(name)
      return known === 'under way' ? undefined : known
    }
    sizes.set(name, 'under way')
    const definition = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
    )
    const size =
      definition && 'selectionSet' in definition ? selection(definition.selectionSet) : { depth: 0, fields: 0 }
    sizes.set(name, size)
    return size
  }

  function selection(set: SelectionSetNode): Size | undefined {
    const total = { depth: 0, fields: 0 }
    for (const part of set.selections) {
      const isField = part.kind === Kind.FIELD
      const inner =
        part.kind === Kind.FRAGMENT_SPREAD
          ? fragment(part.name.value)
          : part.selectionSet
            ? selection(part.selectionSet)
            : { depth: 0, fields: 0 }
      if (!inner) return undefined
      total.depth = Math.max(total.depth, inner.depth + (isField ? 1 : 0))
      total.fields += inner.fields + (isField ? 1 : 0)
    }
    return total
  }

  return selection
}

/** What an argument holds, written out or by a variable; undefined when it is not there. */
function argument(field: FieldNode, name: string, variables: Record<string, unknown>): unknown {
  const value = field.arguments?.find((one) => one.name.value === name)?.value
  return value && valueFromASTUntyped(value, variables)
}

const INTEGERS = [
  ['limit', 1, PUBLIC_LIMITS.limit],
  ['page', 1, 999_999],
] as const

function argumentsFault(
  document: DocumentNode,
  variables: Record<string, unknown>,
  config: Config,
): string | undefined {
  const scopes = config.collections.map(({ flattenedFields }) => ({ config, fields: flattenedFields }))
  let fault: string | undefined
  visit(document, {
    Field(field) {
      for (const [name, least, most] of INTEGERS) {
        const value = argument(field, name, variables)
        const isFine = value === undefined || value === null || (Number(value) >= least && Number(value) <= most)
        if (!isFine) fault = `${name}: must be a whole number from ${least} to ${most}`
      }
      // The schema types it as text, so that only the names of all collections can say whether it is one.
      const sort = argument(field, 'sort', variables) ?? ''
      if (sort !== '' && scopes.every((scope) => sortFault(sort, 'sort', scope))) fault = 'sort: not a field to sort by'
    },
  })
  return fault
}

function documentFault(document: DocumentNode, variables: Record<string, unknown>, config: Config): string | undefined {
  const sizeOf = measure(document)
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) {
      return 'Only operations and fragments can be sent'
    }
    const size = sizeOf(definition.selectionSet)
    if (!size) return 'A fragment contains itself'
    if (size.depth > MAX.depth) return `The query is nested deeper than ${MAX.depth} levels`
    if (size.fields > MAX.fields) return `The query asks for more than ${MAX.fields} fields`
    const isOperation = definition.kind === Kind.OPERATION_DEFINITION
    if (isOperation && definition.selectionSet.selections.length > MAX.rootFields) {
      return `One operation asks at most ${MAX.rootFields} things`
    }
  }
  return argumentsFault(document, variables, config)
}

/**
 * Refuses a GraphQL request that is none, or one that would cost more than any page needs; undefined when it may go on.
 * The number of tokens is bounded before parsing, since the parser calls itself for each level of nesting.
 */
export function graphqlRefusal(body: unknown, config: Config): Refusal | undefined {
  if (!isObject(body) || typeof body.query !== 'string') return badRequest('The body must be {"query": "…"}')
  const variables = body.variables ?? {}
  if (!isObject(variables)) return badRequest('variables: must be an object')
  const fault = shapeFault(body)
  if (fault) return badRequest(fault)
  try {
    const document = parse(body.query, { noLocation: true, maxTokens: MAX.tokens })
    const found = documentFault(document, variables, config)
    return found ? badRequest(found) : undefined
  } catch (error) {
    return badRequest(error instanceof Error ? error.message : 'The query cannot be parsed')
  }
}
