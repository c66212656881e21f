import type { Context } from '../../context.ts';
import { type KnownHouseField, type KnownHouseRow, knownHouseFile } from '../../input/known-house-file.ts';
import { type StreetField, type StreetFileRow, streetFile } from '../../input/street-file.ts';
import type { ChangeInput } from './change-input.ts';
import type { TableFlags } from './table-file.ts';
import { needFile, type TableInput, tableInput } from './table-input.ts';

/** The files of one `import-streets`: the list, the houses that exist, or both. */
export interface StreetFiles {
  readonly streets: TableInput<StreetField, StreetFileRow> | null;
  readonly houses: TableInput<KnownHouseField, KnownHouseRow> | null;
  /** what the change is made from: rejects and cells are those of the list, if there is one */
  readonly input: ChangeInput;
}

/**
 * Opens the files that the command line names; without `--houses-file` the list is asked for. What the command line
 * says about a file's form is said of the list, or of the file of houses where that comes alone.
 */
export async function streetFiles(
  context: Context,
  flags: TableFlags & { readonly 'houses-file'?: string | undefined },
  argument: string | undefined,
): Promise<StreetFiles> {
  const housesFile = flags['houses-file'];
  if (housesFile === undefined) {
    const streets = tableInput(context, await needFile(context, argument), streetFile, flags);
    return { streets, houses: null, input: streets };
  }
  if (argument === undefined) {
    const houses = tableInput(context, housesFile, knownHouseFile, flags);
    return { streets: null, houses, input: houses };
  }
  const streets = tableInput(context, argument, streetFile, flags);
  const houses = tableInput(context, housesFile, knownHouseFile);
  return { streets, houses, input: twoFiles(streets, houses) };
}

/** The first file, with the facts of both. */
function twoFiles(first: ChangeInput, second: ChangeInput): ChangeInput {
  return {
    facts: () => [...first.facts(), ...second.facts()],
    async arrived() {
      await first.arrived();
      await second.arrived();
    },
    info: () => first.info(),
    rawRecords: lines => first.rawRecords(lines),
    cellPlaces: lines => first.cellPlaces(lines),
  };
}
