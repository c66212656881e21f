/** What can be wrong with an academic year, a window, class types or year settings: code → arguments. */
export interface SeasonProblems {
  'year-malformed': { value: string };
}
