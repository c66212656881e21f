import { need } from '../context.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { readHouseList } from '../domain/territory/house-list.ts';
import { formatHouseNumber, parseHouseNumber } from '../domain/territory/house-number.ts';
import { contains } from '../domain/territory/house-set.ts';
import { describeSet } from '../domain/territory/set-parts.ts';
import { ExitCode, OperatorError } from '../errors.ts';
import { problemJson } from '../output/problem-json.ts';
import { formatProblems } from '../output/problem-text.ts';
import { wrap, wrapLines } from '../output/wrap.ts';
import { defineCommand } from './common/command.ts';

/** `qabyl explain-houses`: how a house list is read, and which houses it covers. Needs no database. */
export const explainHouses = defineCommand({
  argument: 'houses-text',
  options: ['test', 'strict-ranges'],
  examples: [
    'qabyl explain-houses "1-45, четные с 2 по 60"',
    'qabyl explain-houses "1-45 (тақ), 12/1" --test 12,12А,45/1',
    'qabyl explain-houses "34-67" --strict-ranges',
  ],
  async run(context, options, argument) {
    const { catalogue, manner, style, environment, width } = context;
    const text = argument ?? (await need(context, 'houses-text', argument));
    const tested = (options.test ?? []).map(readTested);
    const { set, problems } = readHouseList(text, { strictRanges: options['strict-ranges'] === true });
    const certain = !problems.some(p => p.severity === 'error');
    const reading = certain ? catalogue.houses.print(describeSet(set)) : null;
    const houses = certain
      ? tested.map(house => [formatHouseNumber(house), contains(set, house)] as const)
      : [];
    if (manner.json) {
      const document = {
        schema: 'qabyl.houses/1',
        reading,
        houses: Object.fromEntries(houses),
        problems: problems.map(p => problemJson(p, catalogue)),
      };
      context.print(`${JSON.stringify(document, null, 2)}\n`);
    } else {
      if (reading !== null) context.print(`${wrap(reading, width)}\n`);
      for (const [house, covered] of houses)
        context.print(
          covered
            ? `${style.good('+')} ${catalogue.reports.covered(house)}\n`
            : `${style.bad('-')} ${catalogue.reports.notCovered(house)}\n`,
        );
      context.complain(
        wrapLines(
          formatProblems(problems, catalogue, context.messageStyle, environment.stderr.isTTY === true),
          context.messageWidth,
        ),
      );
    }
    return certain ? ExitCode.done : ExitCode.rejected;
  },
});

function readTested(text: string) {
  const house = parseHouseNumber(text);
  if (house === null) throw new OperatorError(invalidHouse(text));
  return house;
}

function invalidHouse(value: string): Problem {
  return problem('flag-invalid', { flag: '--test', value, allowed: '12, 12А, 12/1, 4 к1' });
}
