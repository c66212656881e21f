import inquirer from 'inquirer';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import type { PromptWords } from '../locales/prompt-words.ts';
import type { Prompter } from './prompter.ts';

/**
 * Prompts by inquirer, on stderr: stdout belongs to data. Ctrl-C ends the program as it does anywhere else.
 * @param words what inquirer would otherwise say in English
 */
export function inquirerPrompter(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  words: PromptWords,
): Prompter {
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
  const validate = (value: string) => value.trim() !== '' || words.required;
  const choosing = { style: { keysHelpTip: () => `${words.keys} ${words.hint}` } };
  const hiding = { style: { maskedText: '' } };
  const confirming = { keywords: { yes: words.yes, no: words.no, error: () => words.unclear } };
  return {
    text: message => ask(() => prompt([{ type: 'input', name: 'answer', message, validate }])),
    // Nor how long it is, nor a key to show it.
    secret: message =>
      ask(() =>
        prompt([{ type: 'password', name: 'answer', message, validate, toggleMask: false, theme: hiding }]),
      ),
    choose: (message, values) =>
      ask(() => prompt([{ type: 'select', name: 'answer', message, choices: [...values], theme: choosing }])),
    confirm: message =>
      ask(() => prompt([{ type: 'confirm', name: 'answer', message, default: false, theme: confirming }])),
  };
}
