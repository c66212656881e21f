import type { ChangeResult } from '../../change/request.ts';
import type { Context } from '../../context.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ExitCode } from '../../errors.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import type { CommandName } from '../../locales/help-words.ts';
import { asTheyStand } from '../../locales/text.ts';
import { changePieces } from '../../output/change-json.ts';
import { formatChanges } from '../../output/change-text.ts';
import { formatOrder } from '../../output/order-reading.ts';
import { formatProblems } from '../../output/problem-text.ts';
import { type SarifPlace, sarifPieces } from '../../output/sarif.ts';
import { shellLine } from '../../output/shell-quote.ts';

export interface ReportManner {
  /** show every change and not the first twenty */
  readonly all: boolean;
  /** the report comes before a question: only the plan, on stderr */
  readonly asking: boolean;
  /** a person was asked and said no */
  readonly declined?: boolean;
  readonly next: readonly (readonly string[])[];
}

/** Tells how a change ended: one JSON document, or the plan on stdout with everything about it on stderr. */
export async function reportChange(
  context: Context,
  command: CommandName,
  result: ChangeResult,
  manner: ReportManner,
): Promise<void> {
  const { catalogue, environment, style, messageStyle } = context;
  if (context.manner.json && !manner.asking) {
    for (const piece of changePieces(command, result, catalogue)) context.print(piece);
    return;
  }
  const planned = result.outcome !== 'rejected';
  if (manner.asking) {
    environment.stderr.write(
      formatChanges(result, catalogue, messageStyle, manner.all, context.messageWidth),
    );
    context.complain(formatProblems(result.problems.filter(isWarning), catalogue, messageStyle, true));
    context.complain(
      `${messageStyle.warn('!')} ${catalogue.reports.mustApprove(reasonsOf(result, catalogue))}\n`,
    );
    return;
  }
  // Whoever is to correct an order must see how it was read.
  if (!planned && result.order && !context.manner.quiet)
    context.print(formatOrder(result.order, catalogue, context.width));
  // What was just shown before the question is not shown twice.
  if (planned && !manner.declined && !context.manner.quiet)
    context.print(formatChanges(result, catalogue, style, manner.all, context.width));
  const problems = manner.declined ? [] : result.problems;
  const errors = problems.filter(p => p.severity === 'error');
  const warnings = problems.filter(isWarning);
  const limited = environment.stderr.isTTY === true;
  context.say(formatProblems(warnings, catalogue, messageStyle, limited));
  context.complain(formatProblems(errors, catalogue, messageStyle, limited));
  const last = conclusion(context, result, manner.declined === true);
  if (last.bad) context.complain(`${last.text}\n`);
  else context.say(`${last.text}\n`);
  if (result.change !== null)
    for (const words of manner.next) context.say(`${catalogue.reports.next} ${nextLine(context, words)}\n`);
}

/** A command worth running next, ready to paste; one that names who acts is somebody else's. */
function nextLine({ catalogue: { pasting = asTheyStand } }: Context, words: readonly string[]): string {
  const line = shellLine(words);
  return words.includes('--as') ? pasting.others(line) : pasting.own(line);
}

/** One SARIF document and nothing else on stdout. @param file the name of the input, null without one */
export function printSarif(
  { environment, catalogue, print }: Context,
  { problems, repairs }: ChangeResult,
  file: string | null,
  exitCode: ExitCode,
  placeOf: (problem: Problem) => SarifPlace | null,
): void {
  const { cwd } = environment;
  for (const piece of sarifPieces({ problems, repairs, file, catalogue, cwd, exitCode, placeOf }))
    print(piece);
}

/** The most important line is the last one. */
function conclusion(
  { catalogue, messageStyle }: Context,
  result: ChangeResult,
  declined: boolean,
): { text: string; bad: boolean } {
  const { reports } = catalogue;
  const counts = reports.counts(result.summary);
  const errors = result.problems.filter(p => p.severity === 'error').length;
  switch (result.outcome) {
    case 'applied':
      return {
        text: `${messageStyle.good('✓')} ${counts} ${reports.applied(result.change ?? 0)}`,
        bad: false,
      };
    case 'partly-applied':
      return {
        text: `${counts} ${reports.partlyApplied(result.change ?? 0, result.summary.rejected)}`,
        bad: true,
      };
    case 'planned': {
      const reasons = reasonsOf(result, catalogue);
      return {
        text: `${counts} ${reports.planned}${reasons === '' ? '' : ` ${reports.plannedApprovals(reasons)}`}`,
        bad: false,
      };
    }
    case 'unchanged':
      return errors === 0
        ? { text: reports.unchanged, bad: false }
        : { text: `${counts} ${reports.unchangedRest}`, bad: true };
    case 'rejected':
      return { text: messageStyle.bad(reports.rejected(errors)), bad: true };
    case 'needs-approval':
      return { text: declined ? reports.declined : messageStyle.bad(reports.nothingWritten), bad: true };
  }
}

function isWarning({ severity }: Problem): boolean {
  return severity === 'warning';
}

/** What must be approved, in words: `2 dismissals; 1 role revoked`. */
function reasonsOf({ approvals }: ChangeResult, { reports }: Catalogue): string {
  return approvals.map(({ reason, count }) => reports.approvals[reason](count)).join('; ');
}
