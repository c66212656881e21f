import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Pasting, Texts } from '../../text.ts';
import { nearestOr, nearestStreet } from '../nearest.ts';

const listOrgs = (run: Pasting) => `See all of them: ${run.own('qabyl list orgs')}`;

/** Names that match nothing, or several things. */
export const lookUps = {
  'org-unknown': (a, run) => ({
    message: `There is no organization “${a.text}”.`,
    fix: nearestOr(a.nearest, listOrgs(run)),
  }),
  'org-ambiguous': a => ({
    message: `“${a.text}” is the name of several organizations: ${a.candidates.join(', ')}.`,
    fix: 'Write the code or the BIN of the one you mean.',
  }),
  'org-not-school': (a, run) => ({ message: `${a.org} is a department, not a school.`, fix: listOrgs(run) }),
  'org-not-department': (a, run) => ({
    message: `${a.org} is a school, not a department.`,
    fix: listOrgs(run),
  }),
  'org-without-territory': (a, run) => ({
    message: `${a.org} is declared to have no territory.`,
    fix: `If it has one, import it again with territory = yes: ${run.own('qabyl import-orgs FILE')}`,
  }),
  'school-not-this': a => ({
    message: `The row is about ${a.school}, but the command names --school ${a.only}.`,
    fix: `Remove the row, or leave out --school ${a.only}.`,
  }),
  'staff-unknown': (a, run) => ({
    message: `${a.org} has no employee with the IIN ${a.iin}.`,
    fix: nearestOr(a.nearest, `See all of them: ${run.own(`qabyl list staff --org ${a.org}`)}`),
  }),
  'staff-left': (a, run) => ({
    message: `${a.name} (${a.iin}) does not work at ${a.org} any more.`,
    fix: `Name somebody who works there now: ${run.own(`qabyl list staff --org ${a.org}`)}`,
  }),
  'position-unknown': (a, run) => ({
    message: `Nobody at ${a.org} has the position “${a.position}”.`,
    fix: nearestOr(a.nearest, `See the positions: ${run.own(`qabyl list staff --org ${a.org}`)}`),
  }),
  'street-unknown': (a, run) => ({
    message: `The street list has no street “${a.text}”.`,
    fix: nearestStreet(a, `See all of them: ${run.own('qabyl list streets')}`),
  }),
  'street-ambiguous': a => ({
    message: `“${a.text}” fits several streets: ${a.candidates.join('; ')}.`,
    fix: a.settlements
      ? `Write in the column settlement which one it is: ${a.settlements.join('; ')}.`
      : 'Write the one you mean in full, as it stands here.',
  }),
  'street-with-houses': a => ({
    message: `“${a.text}” is the name of a street with houses behind it.`,
    fix: `Leave “${a.name}” as the name, and write “${a.houses}” where houses belong: in the column houses, or in --houses.`,
  }),
  'street-unclosed': a => ({
    message: `A quotation mark or a bracket has no pair in the street “${a.text}”.`,
    fix: 'Add the missing mark or take away the spare one.',
  }),
  'street-range': a => ({
    message: `“${a.text}” names streets by a range of their numbers.`,
    fix: 'Write each street in a row of its own. If it is the name of one street, leave its kind out of the name (in a street list the column kind says it).',
  }),
  'year-unknown': (a, run) => ({
    message: `The database has no academic year ${a.year}.`,
    fix:
      a.known.length === 0
        ? `Begin with ${run.others('qabyl init')}.`
        : `Write one of: ${a.known.join(', ')}. ${run.others('qabyl init')} begins a new year.`,
  }),
  'change-unknown': (a, run) => ({
    message: `The history has no change ${a.change} that you may see.`,
    fix:
      a.last === 0
        ? 'The history is empty so far.'
        : `The last change is ${a.last}: see ${run.own('qabyl history')}.`,
  }),
} satisfies Partial<Texts<OperationProblems>>;
