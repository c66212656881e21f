/** A sentence for a person, and what to do about it (null when there is nothing to do). */
export interface Text {
  readonly message: string;
  readonly fix: string | null;
}

/** The sentences for a map of codes to arguments: a forgotten code does not compile. */
export type Texts<M> = { readonly [C in keyof M]: (args: M[C]) => Text };
