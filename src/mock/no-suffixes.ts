/**
 * Stands in for `tldts`, the list of public suffixes by which MSW judges cookies. The app in the page has no cookies, and
 * the list is larger than all else that MSW loads.
 */
export function getDomain(): null {
  return null
}
