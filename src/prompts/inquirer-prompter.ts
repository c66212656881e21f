import inquirer from 'inquirer';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import type { Prompter } from './prompter.ts';

/** Prompts by inquirer, on stderr: stdout belongs to data. Ctrl-C ends the program as it does anywhere else. */
export function inquirerPrompter(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Prompter {
  const prompt = inquirer.createPromptModule({ input, output });
  const ask = async <T>(question: () => Promise<{ answer: T }>): Promise<T> => {
    try {
      return (await question()).answer;
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError')
        throw new OperatorError(problem('interrupted', { written: false }), { cause: error });
      throw error;
    }
  };
  return {
    text: message => ask(() => prompt([{ type: 'input', name: 'answer', message, required: true }])),
    choose: (message, values) =>
      ask(() => prompt([{ type: 'select', name: 'answer', message, choices: [...values] }])),
    confirm: message => ask(() => prompt([{ type: 'confirm', name: 'answer', message, default: false }])),
  };
}
