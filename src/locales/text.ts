/** A sentence for a person, and what to do about it (null when there is nothing to do). */
export interface Text {
  readonly message: string;
  readonly fix: string | null;
}

/** Completes a command inside a sentence with the global options that the person gave: pasted, it must work. */
export interface Pasting {
  /** one that the same person runs */
  own(command: string): string;
  /** one for somebody else: who acts is not repeated */
  others(command: string): string;
}

/** Commands as the sentences have them, where no option was given. */
export const asTheyStand: Pasting = { own: command => command, others: command => command };

/** The sentences for a map of codes to arguments: a forgotten code does not compile. */
export type Texts<M> = { readonly [C in keyof M]: (args: M[C], run: Pasting) => Text };
