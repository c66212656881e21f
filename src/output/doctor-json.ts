import type { DoctorResult } from '../domain/doctor/check.ts';
import type { ConfigurationFacts, ProgramFacts } from '../domain/doctor/facts.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { countOf, doctorText } from './doctor-report.ts';

/** The document `qabyl.doctor/1`. A fix of several lines is pasted line by line. */
export function doctorDocument(
  results: readonly DoctorResult[],
  program: ProgramFacts,
  { file, found, profile, settings }: ConfigurationFacts,
  catalogue: Catalogue,
  repeated: readonly string[],
) {
  return {
    schema: 'qabyl.doctor/1',
    ok: countOf(results, 'fail') === 0,
    program: {
      version: program.program,
      database_schema: program.schema,
      node: program.node,
      platform: program.platform,
    },
    configuration: { file, found, profile, settings },
    checks: results.map(result => {
      const { message, fix } = doctorText(result, catalogue, repeated);
      const code = 'problem' in result.finding ? result.finding.problem.code : result.finding.code;
      return { id: result.id, status: result.status, code, message, fix };
    }),
  };
}
