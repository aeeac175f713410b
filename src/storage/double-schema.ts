/** What the user said of one double; it sleeps while a line of it is not there. */
export interface DoubleDecisionTable {
  book: string
  id: string
  /** JSON of a `DoubleDecision`. */
  facts: string
}

/** Everything of the one stream is in the other. */
export interface DoubleRuleTable {
  book: string
  counts: number
  covered: number
}
