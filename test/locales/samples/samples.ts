/** For every code, the arguments its sentences are tried with: at least one, one for each branch of a text. */
export type Samples<M> = { readonly [C in keyof M]: readonly [M[C], ...M[C][]] };
