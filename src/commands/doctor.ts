import type { Context } from '../context.ts';
import { examine } from '../domain/doctor/catalogue.ts';
import type { DoctorHarm, DoctorResult } from '../domain/doctor/check.ts';
import { ExitCode, exitCodeOf } from '../errors.ts';
import { doctorDocument } from '../output/doctor-json.ts';
import { formatDoctor } from '../output/doctor-text.ts';
import { programFacts } from '../output/program-facts.ts';
import { defineCommand } from './common/command.ts';
import { gatherFacts } from './common/doctor/gather-facts.ts';

/** `qabyl doctor`: what keeps the program from working here, with the cure of each. Reads, and writes nothing. */
export const doctor = defineCommand({
  diagnoses: true,
  options: [],
  examples: ['qabyl doctor', 'qabyl doctor --db postgres://qabyl@db.example.kz/qabyl', 'qabyl doctor --json'],
  async run(context) {
    const results = examine(await gatherFacts(context));
    print(context, results);
    return exitCode(results);
  },
});

function print(context: Context, results: readonly DoctorResult[]): void {
  const { catalogue, repeated, style, width, manner, settings, environment } = context;
  if (!manner.json) {
    context.print(formatDoctor(results, catalogue, repeated, style, width));
    return;
  }
  const program = programFacts(environment.machine.node, environment.platform);
  const document = doctorDocument(results, program, settings.configuration, catalogue, repeated);
  context.print(`${JSON.stringify(document, null, 2)}\n`);
}

const HARMS: Readonly<Record<DoctorHarm, ExitCode>> = {
  settings: ExitCode.usage,
  broken: ExitCode.rejected,
  forbidden: ExitCode.notPermitted,
  unreachable: ExitCode.unavailable,
};

/** That of the first failure: the others may be its consequences. */
function exitCode(results: readonly DoctorResult[]): ExitCode {
  const first = results.find(({ status }) => status === 'fail');
  if (first === undefined) return ExitCode.done;
  if ('problem' in first.finding) return exitCodeOf(first.finding.problem.code);
  return first.harm === null ? ExitCode.fault : HARMS[first.harm];
}
