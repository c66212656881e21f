import type { CommandLine } from './command-line.ts';
import { registry } from './commands/registry.ts';
import { type Problem, problem } from './domain/problem.ts';
import type { Environment } from './environment.ts';
import { ExitCode, OperatorError } from './errors.ts';
import { debugText, maskDetails, writeDetails } from './fault-details.ts';
import type { Catalogue } from './locales/catalogue.ts';
import { COMMANDS } from './locales/help-words.ts';

/**
 * Turns whatever was thrown into words on stderr, or JSON on stdout, and an exit code.
 * @param argv the words after the program's name
 */
export async function reportFailure(
  error: unknown,
  argv: readonly string[],
  line: CommandLine,
  environment: Environment,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const { problems, exitCode } = error instanceof OperatorError ? error : fault(error, argv, environment);
  // The stack with its causes: for whoever looks into it, never by itself.
  if (line.options.has('debug')) environment.stderr.write(debugText(error));
  if (line.options.get('format') === 'sarif' && !line.options.has('json')) {
    const { sarifPieces } = await import('./output/sarif.ts');
    const facts = {
      problems,
      repairs: [],
      file: null,
      catalogue,
      cwd: environment.cwd,
      exitCode,
      placeOf: () => null,
    };
    for (const piece of sarifPieces(facts)) environment.stdout.write(piece);
    return exitCode;
  }
  if (line.options.has('json') || line.options.get('format') === 'json') {
    const { problemJson } = await import('./output/problem-json.ts');
    const list = problems.map(p => problemJson(p, catalogue));
    environment.stdout.write(`${JSON.stringify(failureDocument(line, exitCode, list), null, 2)}\n`);
    return exitCode;
  }
  const [{ formatProblems }, { makeStyle, mayColour }, { visibleControls }] = await Promise.all([
    import('./output/problem-text.ts'),
    import('./output/style.ts'),
    import('./output/visible-controls.ts'),
  ]);
  const { stderr, env } = environment;
  const style = makeStyle(
    mayColour({ isTTY: stderr.isTTY === true, env, refused: line.options.has('no-color') }),
  );
  stderr.write(visibleControls(formatProblems(problems, catalogue, style, stderr.isTTY === true)));
  return exitCode;
}

/** A changing command keeps its schema when it fails, so that a script reads one shape. */
function failureDocument(line: CommandLine, exitCode: ExitCode, problems: readonly unknown[]) {
  const command = COMMANDS.find(name => name === line.operands[0]) ?? null;
  const outcome =
    exitCode === ExitCode.rejected
      ? 'rejected'
      : exitCode === ExitCode.needsApproval
        ? 'needs-approval'
        : 'failed';
  if (command === null || !registry[command].changes)
    return { schema: 'qabyl.error/1', command, outcome, exit_code: exitCode, problems };
  const summary = { read: 0, add: 0, update: 0, remove: 0, unchanged: 0, rejected: 0 };
  const nothing = { change: null, summary, approvals: [], digest: null, changes: [], repairs: [] };
  return { schema: 'qabyl.change/1', command, outcome, ...nothing, problems };
}

/** A fault of the program: a short sentence for the person, the stack in a file for whoever mends it. */
function fault(
  error: unknown,
  argv: readonly string[],
  environment: Environment,
): { problems: readonly Problem[]; exitCode: ExitCode } {
  const reason = maskDetails(error instanceof Error ? error.message : String(error));
  const details = writeDetails(error, argv, environment.clock());
  return { problems: [problem('fault', { reason, details })], exitCode: ExitCode.fault };
}
