export type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** The same object without the fields that are undefined: a checked request keeps them, the domain does not know them. */
export function present<T extends object>(value: T): Present<T> {
  // Fields that are left are the ones with a value, which is what the type says.
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Present<T>
}
