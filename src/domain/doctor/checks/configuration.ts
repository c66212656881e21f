import { type DoctorCheck, passes, tells } from '../check.ts';

/** Which settings are at work and who said so; a file with a password in it is its owner's alone (cli.md). */
export const configuration: DoctorCheck<'configuration'> = {
  id: 'configuration',
  run: ({ file, found, profile, settings, fault, warnings }) => {
    const [first] = fault === null ? warnings : [fault];
    return first === undefined
      ? passes('settings-at-work', { settings, profile, file, found })
      : tells(first);
  },
};
