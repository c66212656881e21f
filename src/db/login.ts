/** What logging in to a server may need from the outside: its variables, its files, and a person to ask. */
export interface Login {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** asks a person, without showing what is typed; null where nobody can be asked */
  readonly askPassword: ((target: string) => Promise<string>) | null;
}
