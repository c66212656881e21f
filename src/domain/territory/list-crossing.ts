import { type Problem, problem } from '../problem.ts';
import { shortened } from '../text/shortened.ts';

/** So much of a stretch is quoted. */
const LONGEST_WORDS = 160;

/**
 * Words about crossings with other streets are one stretch whatever commas it has (`от пересечения с ул. Мира, 5 до
 * пересечения с ул. Ленина`), and one problem.
 */
export class Crossings {
  /** the token behind the last such words */
  #end = -1;
  #words = '';

  /**
   * Adds what is wrong with the tokens `from` to `end` to the problems; what goes on with a stretch takes the place of
   * the last of them.
   * @returns how many problems more there are
   */
  add(found: Problem, from: number, end: number, problems: Problem[]): 0 | 1 {
    if (found.code !== 'houses-crossing') {
      problems.push(found);
      return 1;
    }
    const goesOn = this.#end >= 0 && this.#end === from - 1;
    if (goesOn) problems.pop();
    this.#words = shortened(goesOn ? `${this.#words}, ${found.args.words}` : found.args.words, LONGEST_WORDS);
    this.#end = end;
    problems.push(problem('houses-crossing', { words: this.#words }));
    return goesOn ? 0 : 1;
  }
}
