import { story } from '../../fixtures/story.ts';
import { qabyl } from '../support/run.ts';

/**
 * Makes the history of a database that `initDatabase` has made so many changes long: the role of a director is given and
 * taken back in turn. An even number of changes leaves it given.
 */
export async function lengthenHistory(db: string, changes: number): Promise<void> {
  const { department, admin } = story;
  const give = [
    'assign-role',
    '--org',
    department.code,
    '--role',
    'director',
    '--staff',
    admin.iin,
    '--quiet',
  ];
  for (let change = 2; change <= changes; change++) {
    const argv = change % 2 === 0 ? give : [...give, '--revoke', '--yes'];
    const ended = await qabyl(argv, { db, as: admin.iin });
    if (ended.code !== 0) throw new Error(`assign-role ended with ${ended.code}: ${ended.stderr}`);
  }
}
