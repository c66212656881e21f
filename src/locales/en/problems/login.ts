import type { OperationProblems } from '../../../domain/operation-problems.ts';
import { shellWord } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';

const doubts = {
  issuer: 'no authority that is known here vouches for its certificate',
  date: 'its certificate has expired or does not hold yet',
  name: 'its certificate is for another name',
  other: 'its certificate could not be verified',
} as const;

const remedies = {
  issuer: 'Add the certificate of the authority to the address: sslrootcert=/path/ca.pem',
  date: 'Check the clock of this computer, or ask whoever runs the server to renew the certificate',
  name: 'Write the name that stands in the certificate as the host of the address',
  other:
    'Ask whoever runs the server which certificate is right, or add its authority: sslrootcert=/path/ca.pem',
} as const;

const ways =
  'into ~/.pgpass or the file that PGPASSFILE names (chmod 600 ~/.pgpass; a line is HOST:PORT:NAME:USER:PASSWORD)';

/** Logging in to a server. */
export const login = {
  'tls-mode-unknown': a => ({
    message: `“${a.value}” in the address of the server says nothing about TLS that the program knows.`,
    fix: 'Write sslmode=verify-full, sslmode=verify-ca with sslrootcert=/path/ca.pem, or, if nobody can listen in between, sslmode=disable.',
  }),
  'tls-file-unreadable': a => ({
    message: `The file “${a.file}” (${a.option}) cannot be used for TLS: ${a.reason}.`,
    fix: `Name the right file in PEM form: ${a.option}=/path/file.pem`,
  }),
  'tls-not-offered': a => ({
    message: `The server “${a.target}” offers no TLS, so that others on the way could read and change everything.`,
    fix: 'Ask whoever runs the server to switch TLS on. If nobody can listen in between, add sslmode=disable to the address.',
  }),
  'tls-not-verified': a => ({
    message: `The server “${a.target}” may be another than “${a.host}”: ${doubts[a.doubt]} (${a.reason}).`,
    fix: `${remedies[a.doubt]}. If you know the network to be safe, add sslmode=disable to the address: everything is then sent in the open.`,
  }),
  'password-missing': a => ({
    message: `The server “${a.target}” asks for a password, and none is known (looked for in “${a.file}” too).`,
    fix: `Write it ${ways}, or into the address in a profile of the configuration file (chmod 600), or run the command in a terminal to be asked.`,
  }),
  'password-file-open': a => ({
    message: `The password of “${a.target}” in the file “${a.file}” is not used, because others may read that file.`,
    fix: `Close it to others: chmod 600 ${shellWord(a.file)}`,
  }),
  'password-refused': a => ({
    message: `The server “${a.target}” does not accept the user with this password.`,
    fix: 'Check the name of the user in the address, and the password: PGPASSWORD and the address come before ~/.pgpass.',
  }),
} satisfies Partial<Texts<OperationProblems>>;
