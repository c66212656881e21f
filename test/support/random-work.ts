import fc from 'fast-check';
import { scenes, story } from '../../fixtures/story.ts';
import type { TestDatabase } from './databases.ts';
import { District, streetKeeper } from './district.ts';
import { inventBin, inventIin } from './people.ts';

/** One command that somebody runs, with the file it reads. */
export interface Work {
  readonly as: string;
  readonly argv: readonly string[];
  /** lines of the file that is given in the place of FILE */
  readonly lines?: readonly string[];
}

/** Takes back the change that so many changes were made before. */
export interface TakingBack {
  readonly ago: number;
}

const admin = story.admin.iin;
const SCHOOL = 'school-9';
const iinOf = (n: number) => inventIin(600 + n);
/** Whoever has the role by then: where nobody was given it, the command is refused. */
const [DIRECTOR, ADMIN] = [iinOf(1), iinOf(2)];

const person = fc.integer({ min: 1, max: 4 });
const people = fc.subarray([1, 2, 3, 4], { minLength: 1 });
const school = fc.constantFrom(SCHOOL, 'school-1');
const street = fc.constantFrom('Абай көшесі', 'Гоголь көшесі');
const houses = fc.constantFrom('1-9', '2-10', '5', '4-20', '7, 9А', 'все');

const orgs = fc
  .record({
    bin: fc.integer({ min: 1, max: 3 }),
    name: fc.constantFrom('А', 'Б'),
    territory: fc.constantFrom('yes', 'none'),
  })
  .map(({ bin, name, territory }) => ({
    as: admin,
    argv: ['import-orgs', 'FILE'],
    lines: [
      'code,kind,bin,name_kk,name_ru,department,territory',
      `${SCHOOL},school,${inventBin(bin)},${name} мектебі,Школа ${name},${story.department.code},${territory}`,
    ],
  }));
const staff = fc
  .record({ people, position: fc.constantFrom('мұғалім', 'директор'), sync: fc.boolean() })
  .map(({ people: some, position, sync }) => ({
    as: admin,
    argv: ['import-staff', 'FILE', '--org', SCHOOL, ...(sync ? ['--sync'] : [])],
    lines: ['iin,surname,given_name,position', ...some.map(n => `${iinOf(n)},Ахметова,Әлия,${position}`)],
  }));
const role = fc
  .record({
    person,
    name: fc.constantFrom('admin', 'director', 'executor', 'executor'),
    revoke: fc.boolean(),
  })
  .map(({ person: n, name, revoke }) => ({
    as: admin,
    argv: [
      'assign-role',
      '--org',
      SCHOOL,
      '--role',
      name,
      '--staff',
      iinOf(n),
      ...(revoke ? ['--revoke'] : []),
    ],
  }));
const streets = fc
  .record({
    names: fc.subarray(['Абай', 'Гоголь', 'Сәтбаев'], { minLength: 1 }),
    houses: fc.constantFrom('', '1-20'),
    sync: fc.boolean(),
  })
  .map(({ names, houses: known, sync }) => ({
    as: streetKeeper,
    argv: ['import-streets', 'FILE', ...(sync ? ['--sync'] : [])],
    lines: [
      'name_kk,name_ru,kind,houses',
      ...names.map(name => `${name} көшесі,улица ${name},көше,${known}`),
    ],
  }));
const binding = fc
  .record({
    school,
    street,
    houses,
    how: fc.constantFrom([], ['--unbind'], ['--move'], ['--share', 'екі тілде']),
  })
  .map(({ school: code, street: name, houses: list, how }) => ({
    as: streetKeeper,
    argv: ['bind-streets', '--school', code, '--street', name, '--houses', list, ...how],
  }));
const territory = fc
  .record({ school, street, houses })
  .map(({ school: code, street: name, houses: list }) => ({
    as: streetKeeper,
    argv: ['bind-streets', '--file', 'FILE', '--replace-all', '--move'],
    lines: ['school,street,houses', `${code},${name},"${list}"`],
  }));
const review = fc.constant({ as: ADMIN, argv: ['review-territory', '--school', SCHOOL, '--confirm'] });
const settings = fc.integer({ min: 20, max: 25 }).map(size => ({
  as: ADMIN,
  argv: [
    ...['set-year-settings', '--school', SCHOOL, '--total-places', '90', '--intake', '40'],
    ...['--class-size', String(size), '--free-choice', 'yes', '--classes', 'kk general 2x20'],
  ],
}));
const season = fc.constantFrom('2027-04-01', '2027-04-05').map(opens => ({
  as: streetKeeper,
  argv: ['set-year-settings', '--department', story.department.code, '--opens', opens],
}));
const appointment = fc.record({ person, replace: fc.boolean() }).map(({ person: n, replace }) => ({
  as: DIRECTOR,
  argv: [
    'appoint-executor',
    '--school',
    SCHOOL,
    '--staff',
    iinOf(n),
    '--phone',
    `+770515285${10 + n}`,
    ...(replace ? ['--replace'] : []),
  ],
}));
const takingBack = fc.integer({ min: 0, max: 12 }).map(ago => ({ ago }));

/** A random sequence of all commands that write, among few people, streets and houses, so that they meet. */
export const anyWork: fc.Arbitrary<readonly (Work | TakingBack)[]> = fc.array(
  fc.oneof<fc.Arbitrary<Work | TakingBack>[]>(
    ...[orgs, staff, role, role, role, streets, binding, binding, territory],
    ...[review, settings, season, appointment, appointment, takingBack, takingBack, takingBack],
  ),
  { minLength: 6, maxLength: 14 },
);

/** A department that has a school with a director, an administrator and an executor, and two streets. */
export async function openSmallDistrict(create: () => Promise<TestDatabase>): Promise<District> {
  const district = await District.open(create, scenes.slice(0, 4));
  const lines = (...all: readonly string[]) => district.file(...all);
  const bin = inventBin(1);
  const org = `${SCHOOL},school,${bin},А мектебі,Школа А,${story.department.code},yes`;
  await district.done(admin, [
    'import-orgs',
    lines('code,kind,bin,name_kk,name_ru,department,territory', org),
  ]);
  const rows = [1, 2, 3].map(
    n => `${iinOf(n)},Ахметова,Әлия,мұғалім,${['director', 'admin', 'executor'][n - 1]}`,
  );
  await district.done(admin, [
    'import-staff',
    lines('iin,surname,given_name,position,role', ...rows),
    '--org',
    SCHOOL,
  ]);
  const list = ['name_kk,name_ru,kind', 'Абай көшесі,улица Абая,көше', 'Гоголь көшесі,улица Гоголя,көше'];
  await district.done(streetKeeper, ['import-streets', lines(...list)]);
  return district;
}
