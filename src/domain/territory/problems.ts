/** What can be wrong with a house list or a street name: code → arguments. */
export interface TerritoryProblems {
  'houses-unreadable': { words: string };
}
