import type { Sink } from '../change/sink.ts';
import { need } from '../context.ts';
import type { StreetRow } from '../db/schema.ts';
import { bindingsOf, type StoredBinding, type StoredStreet, streetsOf } from '../db/territory.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { readHouseList } from '../domain/territory/house-list.ts';
import { setToText } from '../domain/territory/house-set.ts';
import { type StreetKind, streetKindOf } from '../domain/territory/street-kinds.ts';
import { parseStreetName, streetIdentity } from '../domain/territory/street-name.ts';
import { OperatorError } from '../errors.ts';
import type { Entry } from '../input/rows.ts';
import { type StreetField, type StreetFileRow, streetFile } from '../input/street-file.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { requireDepartment, streetLabel } from './common/lookup.ts';
import { CHANGE_OPTIONS } from './common/options.ts';
import { changeDatabase } from './common/run-change.ts';
import { needFile, tableInput } from './common/table-input.ts';

/** `qabyl import-streets`: the street list of a department's year. Step 3. */
export const importStreets = defineCommand({
  argument: 'file',
  options: ['department', 'sync', 'map', 'delimiter', ...CHANGE_OPTIONS],
  examples: ['qabyl import-streets streets.csv', 'qabyl import-streets streets.csv --sync --dry-run'],
  async run(context, options, argument) {
    // A row that cannot be read would pass for a street that is no longer there.
    if (options.sync && options['skip-invalid'])
      throw new OperatorError(problem('flags-conflict', { one: '--sync', other: '--skip-invalid' }));
    const input = tableInput(context, await needFile(context, argument), streetFile, options);
    const actor = await actorIin(context);
    return context.withDatabase(async database => {
      const own = async () => database.read(async db => ownDepartment(await beginActing(context, db, actor)));
      // Asked before the change begins: nothing may be locked while a person thinks.
      const departmentText = await need(context, 'department', options.department ?? (await own()));
      return changeDatabase(context, database, options, {
        command: 'import-streets',
        actor,
        files: input.facts,
        next: [['qabyl', 'bind-streets', '--file', 'bindings.csv']],
        operation: async (tx, sink) => {
          const acting = await beginActing(context, tx, actor);
          const department = requireDepartment(departmentText, acting.orgs);
          acting.authorize('import-streets', department);
          const known = await streetsOf(tx, acting.year, department.code);
          const list = new StreetList(sink, acting.year, department.code, known);
          for await (const batch of input.entries(sink)) for (const entry of batch) list.take(entry);
          if (options.sync) list.removeAbsent(await bindingsOf(tx, acting.year, department.code));
          return { org: department.code, year: acting.year };
        },
      });
    });
  },
});

/** The department whose streets the actor keeps, or else works at, when there is only one: nobody is asked for it in vain. */
function ownDepartment(acting: Acting): string | undefined {
  const departments = acting.orgs.all.filter(org => org.kind === 'department');
  const kept = departments.filter(org =>
    acting.actor.grants.some(grant => grant.org === org.code && grant.role === 'admin'),
  );
  const near = kept.length > 0 ? kept : departments.filter(org => acting.may('read', org));
  return near.length === 1 ? near[0]?.code : undefined;
}

class StreetList {
  readonly #sink: Sink;
  readonly #year: string;
  readonly #department: string;
  readonly #known: ReadonlyMap<string, StoredStreet>;
  readonly #lines = new Map<string, number>();

  constructor(sink: Sink, year: string, department: string, known: readonly StoredStreet[]) {
    this.#sink = sink;
    this.#year = year;
    this.#department = department;
    this.#known = new Map(known.map(street => [street.street, street]));
    sink.population(department, known.length);
  }

  take({ row, value }: Entry<StreetField, StreetFileRow>): void {
    const { street, problems } = readStreet(value);
    const earlier = this.#lines.get(street.street);
    if (earlier !== undefined)
      problems.push({
        field: 'name_kk',
        found: problem('street-twice', { name: value.name_kk, line: earlier }),
      });
    else this.#lines.set(street.street, row.line);
    const placed = problems.map(({ field, found }) => ({ ...found, where: row.place(field) }) as Problem);
    if (placed.some(p => p.severity === 'error')) {
      this.#sink.reject(placed);
      return;
    }
    this.#sink.problem(...placed);
    const before = this.#known.get(street.street) ?? null;
    const after: StreetRow = {
      year: this.#year,
      department: this.#department,
      ...street,
      ...unsaid(value, street, before),
    };
    this.#sink.put('street', before, after, {
      label: streetLabel(after),
      weighs: this.#department,
    });
  }

  /** `--sync`: streets that are not in the file leave the list, and their bindings with them. */
  removeAbsent(bindings: readonly StoredBinding[]): void {
    for (const street of this.#known.values()) {
      if (this.#lines.has(street.street)) continue;
      for (const binding of bindings.filter(one => one.street === street.street))
        this.#sink.remove('binding', binding, {
          approval: 'unbinding',
          label: `${binding.school}, ${streetLabel(street)}`,
          weighs: binding.school,
        });
      this.#sink.remove('street', street, {
        approval: 'street-removed',
        label: streetLabel(street),
        weighs: this.#department,
      });
    }
  }
}

/** A blank cell says nothing: what it would say stays as it is stored, so no import erases a former name. */
function unsaid({ named }: StreetFileRow, read: ReadStreet, before: StoredStreet | null): Partial<StreetRow> {
  if (before === null) return {};
  return {
    name_kk: named === 'ru' ? before.name_kk : read.name_kk,
    name_ru: named === 'kk' ? before.name_ru : read.name_ru,
    aliases: read.aliases ?? before.aliases,
    houses: read.houses ?? before.houses,
  };
}

type ReadStreet = Omit<StreetRow, 'year' | 'department'>;

interface Found {
  readonly field: StreetField;
  readonly found: Problem;
}

/** The kind may stand in its own column or in the name; a street that names none is a street. */
function readStreet(value: StreetFileRow): {
  street: ReadStreet;
  problems: Found[];
} {
  const problems: Found[] = [];
  const name = parseStreetName(value.name_kk);
  const stated = value.kind === null ? null : streetKindOf(value.kind);
  const kind: StreetKind = stated ?? name.kind ?? parseStreetName(value.name_ru).kind ?? 'street';
  if (name.key === '')
    problems.push({ field: 'name_kk', found: problem('street-key-empty', { name: value.name_kk }) });
  if (value.kind !== null && stated === null)
    problems.push({ field: 'kind', found: problem('street-kind-unknown', { value: value.kind }) });
  const houses = value.houses === null ? null : readHouseList(value.houses);
  problems.push(...(houses?.problems ?? []).map(found => ({ field: 'houses' as const, found })));
  const street = {
    street: streetIdentity({ name: value.name_kk, kind, settlement: value.settlement }),
    name_kk: value.name_kk,
    name_ru: value.name_ru,
    kind,
    settlement: value.settlement,
    aliases: value.aliases.length === 0 ? null : value.aliases.join('|'),
    houses: houses === null ? null : setToText(houses.set),
  };
  return { street, problems };
}
