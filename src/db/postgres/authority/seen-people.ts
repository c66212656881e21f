import { peopleViews } from '../../people-views.ts';

/**
 * The people's views for sessions that may not see everybody (people-views.ts). A view reads with the rights of whoever
 * owns it. Of people who may not be seen it tells a digest that nobody can reverse without the key, which only the owner
 * of the tables reads.
 */
export function seenPeople(): string[] {
  const seen = (org: string) =>
    `((select not session_bound()) or ${org} in (select r.org from reach('read') as r))`;
  return [
    'create table pseudonym_key (key text not null)',
    `insert into pseudonym_key (key) values (gen_random_uuid()::text || gen_random_uuid()::text)`,
    ...peopleViews({
      barrier: 'with (security_barrier)',
      org: org => `((select not session_bound()) or ${org} in (select r.org from territory_reach() as r))`,
      person: (org, column) => `case when ${seen(org)} then ${column}
        else encode(sha256(convert_to((select key from pseudonym_key) || ${org} || '/' || ${column}, 'UTF8')), 'hex') end`,
    }),
  ];
}
