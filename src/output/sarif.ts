import type { Repair } from '../change/request.ts';
import type { Problem, ProblemCode } from '../domain/problem.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { version } from '../version.ts';
import { fileUri } from './file-uri.ts';
import { jsonPieces } from './json-pieces.ts';
import { textOf } from './problem-json.ts';

/** A stretch of a text: lines and columns from 1, columns in UTF-16 code units, `endColumn` after the last one. */
export interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** Where a problem stands in its file: in a text, or in a cell of a workbook (`B14`). */
export type SarifPlace =
  | { readonly region: Region }
  | { readonly sheet: string; readonly cell: string | null; readonly row: number };

export interface SarifFacts {
  readonly problems: readonly Problem[];
  readonly catalogue: Catalogue;
  /** what was put right in the input while it was read, and the input's name */
  readonly repairs: readonly Repair[];
  readonly file: string | null;
  /** the folder that file names are relative to */
  readonly cwd: string;
  readonly exitCode: number;
  /** where a problem of a file stands more closely than its line; null where only the line is known */
  readonly placeOf: (problem: Problem) => SarifPlace | null;
}

/**
 * The problems as one SARIF 2.1.0 document, in pieces of its text, for editors and CI:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function sarifPieces(facts: SarifFacts): Generator<string> {
  const { problems, repairs, catalogue, exitCode } = facts;
  const rules = [...rulesOf(problems, catalogue), ...repairRules(repairs, catalogue)];
  const run = {
    tool: { driver: { name: 'qabyl', version, language: catalogue.language, rules } },
    language: catalogue.language,
    columnKind: 'utf16CodeUnits',
    // 6 leaves rows out, as asked: the run itself did its work.
    invocations: [{ executionSuccessful: exitCode === 0 || exitCode === 6, exitCode }],
    results: [],
  };
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  const indexOf = new Map<string, number>(rules.map(({ id }, i) => [id, i]));
  return jsonPieces({ $schema, version: '2.1.0', runs: [run] }, 'results', results(facts, indexOf));
}

function* results(
  { problems, repairs, file, catalogue, cwd, placeOf }: SarifFacts,
  indexOf: ReadonlyMap<string, number>,
) {
  for (const one of problems) {
    const { message, fix } = textOf(one, catalogue);
    yield {
      ruleId: one.code,
      ruleIndex: indexOf.get(one.code) ?? 0,
      level: one.severity,
      message: { text: fix === null ? message : `${message} ${fix}` },
      locations: one.where ? [locationOf(one, cwd, placeOf(one))] : [],
    };
  }
  for (const one of repairs)
    for (const { line, from, to } of one.first) {
      const physicalLocation = {
        artifactLocation: { uri: fileUri(file ?? '-', cwd) },
        region: { startLine: line },
      };
      yield {
        ruleId: one.code,
        ruleIndex: indexOf.get(one.code) ?? 0,
        level: 'note',
        message: { text: `${repairText(one, catalogue)}; ${catalogue.reports.repairedCell(line, from, to)}` },
        locations: file === null ? [] : [{ physicalLocation }],
      };
    }
}

/** One rule for each kind of repair; how often it was made in all is said by its results. */
function repairRules(repairs: readonly Repair[], catalogue: Catalogue) {
  const first = new Map<string, Repair>();
  for (const one of repairs) if (!first.has(one.code)) first.set(one.code, one);
  return [...first.values()].map(one => ({
    id: one.code,
    shortDescription: { text: repairText(one, catalogue) },
    help: { text: repairText(one, catalogue) },
    defaultConfiguration: { level: 'note' },
  }));
}

function repairText({ code, field, count }: Repair, { reports, fields }: Catalogue): string {
  return `${fields[field]}: ${reports.repairs[code](count)}`;
}

/** One rule for each code, explained by its first problem: a code's sentences need its arguments. */
function rulesOf(problems: readonly Problem[], catalogue: Catalogue) {
  const first = new Map<ProblemCode, Problem>();
  for (const one of problems) if (!first.has(one.code)) first.set(one.code, one);
  return [...first.values()].map(one => {
    const { message, fix } = textOf(one, catalogue);
    return {
      id: one.code,
      shortDescription: { text: message },
      help: { text: fix ?? message },
      defaultConfiguration: { level: one.severity },
    };
  });
}

function locationOf({ where }: Problem, cwd: string, place: SarifPlace | null) {
  const artifactLocation = { uri: fileUri(where?.file ?? '-', cwd) };
  if (place !== null && 'sheet' in place) {
    const { sheet, cell, row } = place;
    const name = cell ?? `${row}:${row}`;
    return {
      physicalLocation: { artifactLocation },
      logicalLocations: [
        { name, fullyQualifiedName: `${sheet}!${name}`, kind: cell === null ? 'row' : 'cell' },
      ],
    };
  }
  const line = where?.line ?? null;
  const region = place?.region ?? (line === null ? null : { startLine: line });
  return { physicalLocation: region === null ? { artifactLocation } : { artifactLocation, region } };
}
