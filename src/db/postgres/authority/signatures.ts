import { keySql } from '../../stored-rows.ts';
import { tables } from '../../tables.ts';
import { inReach } from './reach.ts';
import { valueSql } from './row-value.ts';

/** Rows that somebody writes in their own name: the director appoints, the administrator has read (cli.md, «Who may do what»). */
const SIGNED = [
  {
    kind: 'appointment',
    name: 'director',
    action: 'appoint-executor',
    says: 'the director appoints, in their own name',
  },
  {
    kind: 'review',
    name: 'reviewed_by',
    action: 'review-territory',
    says: 'a territory is reviewed in the name of who reviews it',
  },
] as const;

/**
 * Checks, as the line of a change is written, that what it signed is signed by who made it. An undo puts back what the
 * change that it takes back replaced or removed, signed as it was: by who may write such rows, and by whoever ended an
 * appointment with a role or an employment.
 */
export function signatures(): string {
  return `${SIGNED.map(({ kind, name, action, says }) => {
    const { table } = tables[kind];
    const key = keySql(tables[kind], 'w');
    const inOffice = inReach('w.school', action);
    const putBack = `exists (select from former_row as f where f.change = new.undoes and f.kind = '${kind}' and f.key = ${key}
      and f.before = ${valueSql(kind, 'w')})`;
    // Nobody has done anything to it since.
    const ended =
      kind === 'appointment'
        ? `or first_command(new.undoes) in ('assign-role', 'import-staff')
           and new.undoes = (select max(l.change) from former_row as l
             where l.kind = '${kind}' and l.key = ${key} and l.change < upcoming)`
        : '';
    return `select ${key} into broken from ${table} as w where w.change = upcoming
        and not (w.${name} = session_person() and ${inOffice})
        and not (${putBack} and (${inOffice} ${ended})) limit 1;
      if found then
        raise insufficient_privilege using message = format('${table} %s: ${says}', broken);
      end if;`;
  }).join('\n')}
    ${ENDED}`;
}

/** Who may not appoint ends an appointment only with the role, or the employment, of its executor. */
const ENDED = `select f.key into broken from former_row as f
    where f.change = upcoming and f.kind = 'appointment'
      and not ${inReach("f.before::jsonb ->> 'school'", 'appoint-executor')}
      and exists (select from staff_role as r join staff as s on s.org = r.org and s.iin = r.iin
        where r.org = f.before::jsonb ->> 'school' and r.iin = f.before::jsonb ->> 'executor'
          and r.role = 'executor' and s.active = 1) limit 1;
  if found then
    raise insufficient_privilege using message = format('appointment %s: the director appoints, and replaces', broken);
  end if;`;
