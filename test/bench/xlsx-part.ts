import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, count, type Group } from './bench.ts';
import { SqliteFiles } from './sqlite-files.ts';
import { ownImport } from './sqlite-jobs.ts';
import { workbook } from './workbook.ts';

/** A workbook beside the CSV with the same cells, a tenth of the rows. */
export function xlsxPart({ rows, folder, staffFile }: Bench): Group {
  const size = Math.round(rows / 10);
  const csv = staffFile(size);
  const xlsx = join(folder, 'staff.xlsx');
  const lines = readFileSync(csv, 'utf8').trimEnd().split('\n');
  writeFileSync(xlsx, workbook(lines.map(line => line.split(';'))));
  const files = new SqliteFiles(folder);
  return {
    title: `XLSX, ${count(size)} employees, SQLite`,
    notes: ['one sheet with shared strings and date cells, as Excel saves it'],
    jobs: [ownImport('CSV', csv, size, files, true), ownImport('XLSX', xlsx, size, files, true)],
    claims: [{ of: 'XLSX', against: 'CSV', figure: 'time', bar: { most: 3 } }],
  };
}
