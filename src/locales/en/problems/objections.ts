import type { OperationProblems } from '../../../domain/operation-problems.ts';
import { streetKinds } from '../../../domain/territory/street-kinds.ts';
import { enCount } from '../../plural.ts';
import { acceptFlag } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';
import { houses } from '../houses.ts';
import { nearestOr } from '../nearest.ts';

const STREET_KINDS = streetKinds.join(', ');

/** Facts that stand against a change. */
export const objections = {
  'bin-taken': a => ({
    message: `The BIN ${a.bin} already belongs to ${a.org}.`,
    fix: 'Check the BIN of both organizations.',
  }),
  'code-malformed': a => ({
    message: `“${a.code}” cannot be the code of an organization.`,
    fix: 'Use small Latin letters, digits and hyphens, for example school-3; twelve digits alone are a BIN.',
  }),
  'org-code-twice': a => ({
    message: `The code ${a.code} already stands on line ${a.line}.`,
    fix: 'Keep one of the rows, or give one of them another code.',
  }),
  'parent-unknown': a => ({
    message: `${a.code} is put under the department “${a.parent}”, which does not exist.`,
    fix: nearestOr(a.nearest, 'Add the department to the file or correct its name.'),
  }),
  'parent-not-department': a => ({
    message: `${a.code} is put under ${a.parent}, which is a school.`,
    fix: 'Name the department that the organization belongs to.',
  }),
  'parent-missing': a => ({
    message: `${a.code} is put under no department.`,
    fix: 'Fill in the column department.',
  }),
  'parent-rejected': a => ({
    message: `${a.code} is put under ${a.parent}, whose own row cannot be used.`,
    fix: `Correct the row of ${a.parent} first.`,
  }),
  'parent-cycle': a => ({
    message: `${a.code} would be above itself.`,
    fix: 'Correct the column department.',
  }),
  'org-kind-fixed': a => ({
    message: `${a.code} is recorded as ${a.was}; the kind of an organization cannot change.`,
    fix: `Write ${a.was}, or give the new organization another code.`,
  }),
  'school-holds-streets': (a, run) => ({
    message: `${enCount(a.streets, 'street is', 'streets are')} bound to ${a.code} in ${a.year}: it cannot ${
      a.column === 'territory' ? 'be declared without territory' : 'pass to another department'
    } until ${a.streets === 1 ? 'it is' : 'they are'} unbound.`,
    fix:
      a.streets === 1
        ? `Unbind the street: ${run.others(a.command)}`
        : `Unbind each street, beginning with: ${run.others(a.command)}`,
  }),
  'department-kept': (a, run) => ({
    message: `${a.code} is already recorded as “${a.name}”, BIN ${a.bin}; init leaves it so.`,
    fix: `To correct its name or BIN: ${run.own('qabyl import-orgs FILE')}`,
  }),
  'department-exists': (a, run) => ({
    message: `The database already has the first department ${a.code}.`,
    fix: `To upgrade it, write --code ${a.code}; other departments come with ${run.own('qabyl import-orgs')}, another database with --db.`,
  }),
  'street-name-shared': a => ({
    message: `The other name “${a.alias}” also means the street “${a.other}”.`,
    fix: 'Where only that name is written, neither street will be bound: leave it out here, or write the whole name there.',
  }),
  'street-twice': a => ({
    message: `The street “${a.name}” already stands on line ${a.line}.`,
    fix: 'Keep one of the rows; write other names of a street in the column aliases.',
  }),
  'street-key-empty': a => ({
    message: `“${a.name}” says what kind of street it is, but not its name.`,
    fix: 'Write the name of the street.',
  }),
  'street-settlement-assumed': a => ({
    message: `“${a.text}” is written without a settlement and was taken for “${a.street}”.`,
    fix: 'If it is another street, write its settlement in the column settlement.',
  }),
  'street-houses-repeated': a => ({
    message: `On ${a.street} ${enCount(a.times, 'row repeats', 'rows repeat')} a house that was given before, the first of them ${a.house}.`,
    fix: 'Each house counts once; if one of them is a slip, correct it.',
  }),
  'known-houses-endless': a => ({
    message: `“${a.words}” has no end, so it does not say which houses there are.`,
    fix: 'List the houses that exist, or leave the cell blank if they are not known.',
  }),
  'known-houses-many': a => ({
    message: `“${a.words}” names more than ${a.most} houses; no street has so many.`,
    fix: 'Correct the numbers of the range: write the houses that exist.',
  }),
  'street-kind-contradicts': a => ({
    message: `The kind “${a.value}” contradicts the ${a.names.length === 1 ? 'name' : 'names'} ${a.names.map(name => `“${name}”`).join(' and ')}.`,
    fix: 'Correct the kind or the names, or leave the kind blank: streets of different kinds are different streets.',
  }),
  'street-kinds-differ': a => ({
    message: `The names ${a.names.map(name => `“${name}”`).join(' and ')} are of streets of different kinds.`,
    fix: 'Correct one of the names, or say in the column kind which of the two is meant.',
  }),
  'street-kind-unknown': a => ({
    message: `“${a.value}” is not a kind of street.`,
    fix: `Write one of: ${STREET_KINDS}, or leave the cell blank.`,
  }),
  'houses-taken': a => ({
    message: `On ${a.street} these houses are bound to ${a.school}: ${houses.print(a.houses)}.`,
    fix: `Leave these houses out, add --move to take them from ${a.school}, or add --share "REASON" if both schools serve them on purpose.`,
  }),
  'houses-not-bound': (a, run) => ({
    message: `On ${a.street} these houses are not bound to ${a.school}: ${houses.print(a.houses)}.`,
    fix: `See what is bound: ${run.own(`qabyl review-territory --school ${a.school}`)}`,
  }),
  'street-not-bound': (a, run) => ({
    message: `${a.street} is not bound to ${a.school}.`,
    fix: `See what is bound: ${run.own(`qabyl review-territory --school ${a.school}`)}`,
  }),
  'rows-overlap': a => ({
    message: `On ${a.street} line ${a.line} gives the same houses to ${a.school}: ${houses.print(a.houses)}.`,
    fix: 'Leave these houses in one of the two rows, or write in its column share why both schools serve them.',
  }),
  'rows-repeat': a => ({
    message: `On ${a.street} line ${a.line} already binds these houses to ${a.school}: ${houses.print(a.houses)}.`,
    fix: 'They are bound once; correct one of the two rows if another street, school or house was meant.',
  }),
  'share-idle': a => ({
    message: `On ${a.street} no other school has these houses, so ${a.school} shares none of them: ${houses.print(a.houses)}.`,
    fix: `They are bound to ${a.school} alone; bind them to the other school with --share "REASON" too.`,
  }),
  'accept-idle': a => ({
    message: `The accepted spelling “${a.written}” for ${a.street} was not needed: nothing is written so, or the list knows it already.`,
    fix: 'Check that it is written as in the input, or leave --accept out.',
  }),
  'accept-contradicts': a => ({
    message: `“${a.written}” was accepted for several streets at once: ${a.streets.join('; ')}.`,
    fix: `Leave only one of them: ${a.streets.map(street => acceptFlag(a.written, street)).join(' or ')}.`,
  }),
  'territory-moved-on': (a, run) => ({
    message: `The territory of ${a.school} is no longer the one of version ${a.read}.`,
    fix: `Read it again: ${run.own(`qabyl review-territory --school ${a.school}`)}`,
  }),
  'territory-empty': (a, run) => ({
    message: `No street is bound to ${a.school}, so there is nothing to confirm.`,
    fix: `Ask the department's administrator to run: ${run.others(`qabyl bind-streets --school ${a.school}`)}`,
  }),
  'settings-twice': a => ({
    message: `The settings of ${a.school} already stand on line ${a.line}.`,
    fix: 'Keep the row that is right.',
  }),
  'role-not-held': (a, run) => ({
    message: `${a.iin} does not have the role ${a.role} at ${a.org}.`,
    fix: `See who has which role: ${run.own(`qabyl list roles --org ${a.org}`)}`,
  }),
  'last-superadmin': (a, run) => ({
    message: `${a.org} would be left without a super-administrator, and nobody could give roles.`,
    fix: `First give the role to somebody else: ${run.own(`qabyl assign-role --org ${a.org} --role superadmin --staff IIN`)}`,
  }),
  'nothing-to-change': a => ({
    message: `The command ${a.command} does not say what to change.`,
    fix: `Add what to change: qabyl help ${a.command}`,
  }),
} satisfies Partial<Texts<OperationProblems>>;
