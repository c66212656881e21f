import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '../../src/domain/authority/roles.ts';
import type { TestDatabase } from './databases.ts';
import { inventIin } from './people.ts';
import { qabyl } from './run.ts';

export const PLACES = ['region', 'district', 'near', 'other', 'far'] as const;
export type Place = (typeof PLACES)[number];

export const OFFICES = [...ROLES, 'nobody'] as const;
export type Office = (typeof OFFICES)[number];

/** The departments above each place. */
export const ABOVE: Readonly<Record<Place, readonly Place[]>> = {
  region: [],
  district: ['region'],
  near: ['district', 'region'],
  other: ['region'],
  far: ['other', 'region'],
};

export const kindOf = (place: Place) => (place === 'near' || place === 'far' ? 'school' : 'department');

/** The one person of each office at each place; invented. */
export function personAt(place: Place, office: Office): string {
  return inventIin(PLACES.indexOf(place) * OFFICES.length + OFFICES.indexOf(office));
}

/** A region above two districts with a school each, one person of each office everywhere, a street bound to each school. */
export async function makeRegion(database: TestDatabase): Promise<void> {
  const file = (name: string, ...lines: string[]) =>
    writeFileSync(join(database.folder, name), `${lines.join('\n')}\n`);
  const done = async (as: string, ...argv: string[]) => {
    const ended = await qabyl([...argv, '--json'], { db: database.target, as, cwd: database.folder });
    if (ended.code !== 0) throw new Error(`${argv.join(' ')} ended with ${ended.code}:\n${ended.stdout}`);
  };
  const head = personAt('region', 'superadmin');
  file(
    'orgs.csv',
    'code,kind,bin,name_kk,name_ru,department',
    'district,department,950341000052,Аудан,Район,region',
    'near,school,961141000023,Жақын мектеп,Ближняя школа,district',
    'other,department,070941024691,Басқа аудан,Другой район,region',
    'far,school,950940007313,Алыс мектеп,Дальняя школа,other',
  );
  const people = PLACES.flatMap(org => OFFICES.map(office => ({ org, office, iin: personAt(org, office) })));
  file(
    'staff.csv',
    'iin,full_name,org,role',
    ...people
      .filter(({ iin }) => iin !== head)
      .map(({ org, office, iin }) => `${iin},Тегі Аты,${org},${office === 'nobody' ? '' : office}`),
  );
  file('streets.csv', 'name_kk,name_ru', 'Гоголь көшесі,улица Гоголя', 'Абай көшесі,улица Абая');
  await done(
    head,
    ...['init', '--department', 'Облыс', '--code', 'region', '--bin', '940140000385'],
    ...['--admin-iin', head, '--admin-name', 'Басшы Аты', '--year', '2027-2028'],
  );
  await done(head, 'import-orgs', 'orgs.csv');
  await done(head, 'import-staff', 'staff.csv', '--org', 'region');
  for (const [department, school] of [
    ['district', 'near'],
    ['other', 'far'],
  ] as const) {
    const admin = personAt(department, 'admin');
    await done(admin, 'import-streets', 'streets.csv', '--department', department);
    await done(admin, 'bind-streets', '--school', school, '--street', 'Абай көшесі');
  }
}
