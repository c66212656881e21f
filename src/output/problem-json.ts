import type { Place, Problem } from '../domain/problem.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { asTheyStand, type Pasting, type Text } from '../locales/text.ts';

/** A problem in JSON: codes and places as they are, the sentences in the person's language. */
export interface ProblemJson {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix: string | null;
  readonly where: Place | null;
}

/** The sentences of a problem in the catalogue's language. */
export function textOf(problem: Problem, catalogue: Catalogue): Text {
  // Each code's text takes that code's arguments: `Texts<ProblemArgs>` holds it, a union of calls cannot show it.
  const write = catalogue.problems[problem.code] as (args: Problem['args'], run: Pasting) => Text;
  return write(problem.args, catalogue.pasting ?? asTheyStand);
}

export function problemJson(problem: Problem, catalogue: Catalogue): ProblemJson {
  const { message, fix } = textOf(problem, catalogue);
  return { code: problem.code, severity: problem.severity, message, fix, where: problem.where ?? null };
}
