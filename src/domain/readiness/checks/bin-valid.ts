import { readBin } from '../../identity/bin.ts';
import { type Check, open, settled } from '../check.ts';
import type { OrgFacts } from '../facts.ts';

/** A wrong or missing BIN made the state portal reject every application on an opening day (domain.md, "Rules of admission"). */
export const binValid: Check<OrgFacts> = {
  id: 'bin-valid',
  run: ({ code, bin, department }) => {
    const mend = {
      fix: ['qabyl', 'import-orgs', 'orgs.csv'],
      role: 'superadmin' as const,
      org: department ?? code,
    };
    if (bin === null) return open('fail', 'bin-absent', { org: code }, mend);
    return readBin(bin).ok ? settled('pass', 'bin-right', { bin }) : open('fail', 'bin-wrong', { bin }, mend);
  },
};
