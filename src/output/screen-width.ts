/** What decides how wide the lines of one stream may be. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** A terminal that does not tell its width has had this one for sixty years. */
const DEFAULT_WIDTH = 80;
/** Below this not even a name and its value stand in one line. */
const NARROWEST = 20;

/**
 * The columns that a line may take; null where a line may be as long as it is: in a pipe or a file, which are read by
 * programs too. COLUMNS is exported only by whoever wants that width, whatever the stream is.
 */
export function screenWidth(
  { isTTY, columns }: Screen,
  env: Readonly<Record<string, string | undefined>>,
): number | null {
  const wanted = Number(env.COLUMNS);
  if (Number.isInteger(wanted) && wanted > 0) return Math.max(NARROWEST, wanted);
  return isTTY === true ? Math.max(NARROWEST, columns || DEFAULT_WIDTH) : null;
}
