import { type DoctorCheck, passes, warns } from '../check.ts';

/** A server that is not this machine is to be spoken to over TLS, with its certificate verified (issue 5, section 1). */
export const databaseReachable: DoctorCheck<'database-reachable'> = {
  id: 'database-reachable',
  run: facts => {
    if (facts.kind === 'file') return passes('file-opened', { target: facts.target, engine: facts.engine });
    const { engine, milliseconds, local, secure } = facts;
    if (local || secure === 'verified') return passes('server-answered', { engine, milliseconds, secure });
    return warns('server-overheard', { engine, milliseconds, secure });
  },
};
