import type { Problem, ProblemCode } from './domain/problem.ts';

/** What the process returns; the table of cli.md. */
export const ExitCode = {
  done: 0,
  fault: 1,
  usage: 2,
  rejected: 3,
  notPermitted: 4,
  needsApproval: 5,
  partlyApplied: 6,
  unavailable: 7,
  notReady: 8,
  interrupted: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Codes that do not mean "the input was rejected" (3). */
const exitCodes: Partial<Record<ProblemCode, ExitCode>> = {
  'flag-missing': ExitCode.usage,
  'flag-invalid': ExitCode.usage,
  'flags-conflict': ExitCode.usage,
  'flag-needs': ExitCode.usage,
  'answers-are-csv': ExitCode.usage,
  'nothing-to-change': ExitCode.usage,
  'command-unknown': ExitCode.usage,
  'option-unknown': ExitCode.usage,
  'option-argument-missing': ExitCode.usage,
  'argument-missing': ExitCode.usage,
  'stdin-is-keyboard': ExitCode.usage,
  'arguments-too-many': ExitCode.usage,
  'config-unreadable': ExitCode.usage,
  'profile-unknown': ExitCode.usage,
  'target-malformed': ExitCode.usage,
  'password-in-flag': ExitCode.usage,
  'password-missing': ExitCode.usage,
  'password-file-open': ExitCode.usage,
  'tls-mode-unknown': ExitCode.usage,
  'tls-file-unreadable': ExitCode.usage,
  'language-unknown': ExitCode.usage,
  'output-unwritable': ExitCode.usage,
  'output-in-use': ExitCode.usage,
  'database-missing': ExitCode.usage,
  'database-not-a-database': ExitCode.usage,
  'database-foreign': ExitCode.usage,
  'database-newer': ExitCode.usage,
  'database-older': ExitCode.usage,
  'plan-other-command': ExitCode.usage,
  'plan-unreadable': ExitCode.usage,
  'backup-exists': ExitCode.needsApproval,
  'backup-unwritable': ExitCode.unavailable,
  'backup-broken-off': ExitCode.unavailable,
  'backup-on-terminal': ExitCode.usage,
  'backup-needs-name': ExitCode.usage,
  'backup-partial': ExitCode.notPermitted,
  'actor-unknown': ExitCode.notPermitted,
  'not-permitted': ExitCode.notPermitted,
  'login-without-access': ExitCode.notPermitted,
  'as-somebody-else': ExitCode.notPermitted,
  'database-forbids': ExitCode.notPermitted,
  'access-needs-server': ExitCode.usage,
  'approval-needed': ExitCode.needsApproval,
  'removals-over-threshold': ExitCode.needsApproval,
  'changes-over-threshold': ExitCode.needsApproval,
  'plan-moved': ExitCode.needsApproval,
  'territory-moved-on': ExitCode.needsApproval,
  'database-unreachable': ExitCode.unavailable,
  'connection-lost': ExitCode.unavailable,
  'commit-unresolved': ExitCode.unavailable,
  'database-damaged': ExitCode.unavailable,
  'database-full': ExitCode.unavailable,
  'database-read-only': ExitCode.unavailable,
  'password-refused': ExitCode.unavailable,
  'tls-not-offered': ExitCode.unavailable,
  'tls-not-verified': ExitCode.unavailable,
  'database-locked': ExitCode.unavailable,
  'database-encoding': ExitCode.usage,
  'database-refused': ExitCode.unavailable,
  interrupted: ExitCode.interrupted,
  fault: ExitCode.fault,
};

/** The exit code that a problem ends the program with. */
export function exitCodeOf(code: ProblemCode): ExitCode {
  return exitCodes[code] ?? ExitCode.rejected;
}

/**
 * Something the operator can mend: carries problems as values, no sentence.
 * Everything else that is thrown is a fault of the program and keeps its stack.
 */
export class OperatorError extends Error {
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;

  /** @param problems at least one; the first decides the exit code unless `exitCode` says otherwise */
  constructor(
    problems: Problem | readonly Problem[],
    options: { cause?: unknown; exitCode?: ExitCode } = {},
  ) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    const first = list[0];
    super(first ? first.code : 'no problem given', { cause: options.cause });
    this.name = 'OperatorError';
    this.problems = list;
    this.exitCode = options.exitCode ?? (first ? exitCodeOf(first.code) : ExitCode.fault);
  }
}
