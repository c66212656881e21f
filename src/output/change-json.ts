import type { ChangeResult } from '../change/request.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { jsonPieces } from './json-pieces.ts';
import { orderJson } from './order-reading.ts';
import { problemJson } from './problem-json.ts';
import { repairsJson } from './repairs.ts';
import { viewRow } from './row-view.ts';
import { territoryJson } from './territory-plan.ts';

/** The document `qabyl.change/1` of cli.md. */
export function changeDocument(command: string, result: ChangeResult, catalogue: Catalogue) {
  return {
    schema: 'qabyl.change/1',
    command,
    outcome: result.outcome,
    change: result.change,
    summary: result.summary,
    approvals: result.approvals,
    digest: result.digest,
    changes: result.changes.map(({ action, kind, key, label, before, after }) => ({
      action,
      kind,
      key,
      label,
      before: before && viewRow(kind, before, catalogue),
      after: after && viewRow(kind, after, catalogue),
    })),
    ...(result.territory === null ? {} : territoryJson(result.territory, catalogue)),
    ...(result.order === null ? {} : { reading: orderJson(result.order, catalogue) }),
    repairs: repairsJson(result),
    problems: result.problems.map(p => problemJson(p, catalogue)),
  };
}

/** The same as text, in pieces: a file may have more problems than one string can hold. */
export function changePieces(command: string, result: ChangeResult, catalogue: Catalogue): Generator<string> {
  const head = changeDocument(command, { ...result, problems: [] }, catalogue);
  return jsonPieces(head, 'problems', problemsOf(result, catalogue));
}

function* problemsOf({ problems }: ChangeResult, catalogue: Catalogue) {
  for (const one of problems) yield problemJson(one, catalogue);
}
