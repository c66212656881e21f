/** The options that a terminal is asked for when they are missing. */
export type Askable =
  | 'as'
  | 'department'
  | 'code'
  | 'bin'
  | 'admin-iin'
  | 'admin-name'
  | 'year'
  | 'org'
  | 'role'
  | 'login'
  | 'staff'
  | 'school'
  | 'street'
  | 'total-places'
  | 'intake'
  | 'class-size'
  | 'free-choice'
  | 'classes'
  | 'service'
  | 'file'
  | 'houses-text'
  | 'address'
  | 'kind'
  | 'change'
  | 'backup';

/** Everything a prompt says. */
export interface PromptWords {
  readonly ask: Readonly<Record<Askable, string>>;
  /** `target`: the server as it may be shown */
  readonly password: (target: string) => string;
  readonly approve: string;
  /** asked before a file that is there gives way to a backup */
  readonly replaceFile: (file: string) => string;
  /** the way out */
  readonly hint: string;
  /** how a choice is made with the keys */
  readonly keys: string;
  /** said when nothing was typed */
  readonly required: string;
  /** what counts as consent, and what does not */
  readonly yes: string;
  readonly no: string;
  /** said when an answer is neither */
  readonly unclear: string;
}
