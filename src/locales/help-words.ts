/** Every subcommand, in the order help lists them. */
export const COMMANDS = [
  'init',
  'import-orgs',
  'import-staff',
  'assign-role',
  'grant-access',
  'revoke-access',
  'import-streets',
  'bind-streets',
  'review-territory',
  'set-year-settings',
  'appoint-executor',
  'check-readiness',
  'find-school',
  'explain-houses',
  'list',
  'history',
  'show',
  'undo',
  'verify-history',
  'backup',
  'restore',
  'doctor',
] as const;
export type CommandName = (typeof COMMANDS)[number];

export const GROUPS = ['begin', 'department', 'school', 'check', 'look', 'keep'] as const;
export type GroupName = (typeof GROUPS)[number];

/** Every option by its long name: one name means one thing in every command. */
export type OptionName =
  // global
  | 'db'
  | 'as'
  | 'year'
  | 'profile'
  | 'json'
  | 'lang'
  | 'no-input'
  | 'quiet'
  | 'debug'
  | 'no-color'
  // of every changing command
  | 'dry-run'
  | 'yes'
  | 'skip-invalid'
  | 'all-changes'
  | 'allow-removals'
  | 'allow-changes'
  | 'save-plan'
  | 'plan'
  | 'wait'
  // of single commands
  | 'department'
  | 'code'
  | 'bin'
  | 'admin-iin'
  | 'admin-name'
  | 'org'
  | 'sync'
  | 'map'
  | 'encoding'
  | 'delimiter'
  | 'sheet'
  | 'no-repair'
  | 'rejects'
  | 'role'
  | 'login'
  | 'staff'
  | 'revoke'
  | 'position'
  | 'file'
  | 'school'
  | 'street'
  | 'houses'
  | 'houses-file'
  | 'unbind'
  | 'replace-all'
  | 'move'
  | 'share'
  | 'accept'
  | 'strict-ranges'
  | 'order'
  | 'unread'
  | 'confirm'
  | 'total-places'
  | 'intake'
  | 'class-size'
  | 'free-choice'
  | 'classes'
  | 'opens'
  | 'closes'
  | 'order-from'
  | 'study-starts'
  | 'class-size-norm'
  | 'class-size-max'
  | 'inside-per-outside'
  | 'service'
  | 'phone'
  | 'email'
  | 'replace'
  | 'all'
  | 'format'
  | 'fail-level'
  | 'only'
  | 'skip'
  | 'test'
  | 'output'
  | 'csv'
  | 'left'
  | 'limit'
  | 'person'
  | 'command'
  | 'since'
  | 'portable';

export type ArgumentName = 'file' | 'houses-text' | 'address' | 'kind' | 'change' | 'backup';

/** Everything `--help` says. */
export interface HelpWords {
  readonly program: string;
  readonly headings: {
    readonly usage: string;
    readonly arguments: string;
    readonly options: string;
    readonly globalOptions: string;
    readonly examples: string;
    readonly exitCodes: string;
    readonly commands: string;
  };
  readonly groups: Readonly<Record<GroupName, string>>;
  readonly commands: Readonly<Record<CommandName, { readonly summary: string; readonly details: string }>>;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly arguments: Readonly<Record<ArgumentName, string>>;
  readonly exitCodes: Readonly<Record<'0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '130', string>>;
  /** the descriptions of -h, --version and the help command */
  readonly helpOption: string;
  readonly versionOption: string;
  readonly helpCommand: string;
  readonly more: string;
}
