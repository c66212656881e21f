import { type Inside, lookInside, type StoredRow } from './look-inside.ts';

/** Every table that changes are made of, with its key. */
export const TABLES: Readonly<Record<string, readonly string[]>> = {
  org: ['code'],
  staff: ['org', 'iin'],
  staff_role: ['org', 'iin', 'role'],
  staff_login: ['org', 'login'],
  academic_year: ['year'],
  street: ['year', 'department', 'street'],
  binding: ['year', 'school', 'street'],
  territory_review: ['year', 'school'],
  year_settings: ['year', 'school'],
  season_rules: ['year', 'department'],
  appointment: ['year', 'school', 'service'],
};

/** All rows of all tables, without the changes that wrote them. */
export async function everything(target: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const inside = await lookInside(target);
  try {
    const tables: Record<string, string[]> = {};
    for (const table of Object.keys(TABLES)) tables[table] = await linesOf(inside, table);
    return tables;
  } finally {
    await inside.close();
  }
}

async function linesOf(inside: Inside, table: string): Promise<string[]> {
  const rows = await inside.rows<StoredRow>(`select * from ${table}`);
  return rows.map(({ change: _, ...row }) => JSON.stringify(row)).sort();
}
