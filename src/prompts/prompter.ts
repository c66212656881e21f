/** Asks a person at a terminal. The only implementation outside tests is prompts/inquirer-prompter.ts. */
export interface Prompter {
  /** Asks for one line of text. */
  text(message: string): Promise<string>;
  /** Asks for a secret: nothing that is typed is shown. */
  secret(message: string): Promise<string>;
  /** Asks to choose one of the values. */
  choose(message: string, values: readonly string[]): Promise<string>;
  /** Asks for consent; anything but a clear yes is no. */
  confirm(message: string): Promise<boolean>;
}
