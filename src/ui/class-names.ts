/** Joins class names, leaving out what is switched off: `classNames('a', active && 'b')`. */
export function classNames(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
