import type { Problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { CellPlace } from '../../input/cell-places.ts';
import type { SarifPlace } from '../../output/sarif.ts';
import type { ChangeInput } from './change-input.ts';

/** Reads the file once more, if there is something wrong in it, and tells where each problem's cell stands. */
export async function findCells(
  input: ChangeInput | null,
  problems: readonly Problem[],
): Promise<(problem: Problem) => SarifPlace | null> {
  const info = input?.info() ?? null;
  const lines = new Set<number>();
  for (const { where } of problems) if (where && where.line !== null) lines.add(where.line);
  if (input === null || info === null || lines.size === 0) return () => null;
  const columnOf = ({ where }: Problem) =>
    where && where.column !== null ? info.headers.indexOf(where.column) : -1;
  const { sheet } = info;
  if (sheet !== null)
    return one => {
      const row = one.where?.line ?? null;
      if (row === null) return null;
      const column = columnOf(one);
      return { sheet, row, cell: column < 0 ? null : `${columnName(column)}${row}` };
    };
  const places = await input.cellPlaces(lines).catch((error: unknown) => {
    // A file that is gone by now still has the lines that the first reading named.
    if (error instanceof OperatorError) return new Map<number, readonly CellPlace[]>();
    throw error;
  });
  return one => {
    const cells = places.get(one.where?.line ?? 0);
    const cell = cells?.[columnOf(one)];
    if (!cell) return null;
    const { line, column, endLine, endColumn } = cell;
    return { region: { startLine: line, startColumn: column, endLine, endColumn } };
  };
}

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
