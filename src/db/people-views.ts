/** What a database lets a session see of the people of an organisation, as SQL. */
export interface Sight {
  /** whether anything of an organisation may be seen */
  readonly org: (column: string) => string;
  /** what is shown for a person's IIN or name */
  readonly person: (org: string, column: string) => string;
  /** what follows the name of a view: nobody's own function may look at rows that the view leaves out */
  readonly barrier: string;
}

/**
 * What the checks of readiness need to know of people: how many work there, who holds which role, who is appointed.
 * Readiness is asked of schools whose people one may not see (`find-school`): there the views tell all of this and no
 * person. Two persons are two, and one is one, but nobody learns who.
 */
export function peopleViews(sight: Sight): string[] {
  const person = (org: string, column: string, name: string) => `${sight.person(org, column)} as ${name}`;
  return [
    `create view active_staff ${sight.barrier} as
      select org, count(*) as active from staff where active = 1 and ${sight.org('org')} group by org`,
    `create view held_role ${sight.barrier} as
      select r.org, ${person('r.org', 'r.iin', 'iin')}, r.role
      from staff_role as r join staff as s on s.org = r.org and s.iin = r.iin
      where s.active = 1 and ${sight.org('r.org')}`,
    `create view held_appointment ${sight.barrier} as
      select a.year, a.school, a.service, ${person('a.school', 'a.executor', 'executor')},
        ${person('a.school', 'a.director', 'director')}, ${person('a.school', 's.surname', 'surname')},
        ${person('a.school', 's.given_name', 'given_name')}, s.active
      from appointment as a join staff as s on s.org = a.school and s.iin = a.executor
      where ${sight.org('a.school')}`,
  ];
}
