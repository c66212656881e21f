/** What was backed up or brought back, as shown. */
export interface BackupFacts {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  /** number of the last change */
  readonly change: number;
}

/** What `backup` and `restore` say. */
export interface BackupWords {
  readonly made: (facts: BackupFacts) => string;
  readonly restored: (facts: Omit<BackupFacts, 'bytes'> & { readonly target: string }) => string;
  /** `init` has kept an older database beside the one that it upgrades */
  readonly beforeUpgrade: (file: string) => string;
}
