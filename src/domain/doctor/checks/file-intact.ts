import { type DoctorCheck, fails, leavesOpen, passes, warns } from '../check.ts';

/** SQLite's own look at the file; with write-ahead logging readers never wait for a writer. */
export const fileIntact: DoctorCheck<'file-intact'> = {
  id: 'file-intact',
  run: ({ file, bytes, writeAhead, found }) => {
    if (found !== null && found !== 'ok') return fails('broken', 'file-damaged', { found });
    if (!writeAhead)
      return warns(
        'file-without-wal',
        { file },
        { kind: 'shell', words: ['sqlite3', file, 'pragma journal_mode = wal'] },
      );
    return found === null ? leavesOpen('file-too-large', { bytes }) : passes('file-intact', { bytes });
  },
};
