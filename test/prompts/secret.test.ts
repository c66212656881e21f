import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { inquirerPrompter } from '../../src/prompts/inquirer-prompter.ts';

/** A terminal that a test types at; what is drawn on it is kept. */
function terminal() {
  const keyboard = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => keyboard });
  const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let drawn = '';
  const waiting: (() => void)[] = [];
  screen.on('data', (piece: Buffer) => {
    drawn += piece.toString('utf8');
    for (const look of waiting) look();
  });
  const shows = (text: string) =>
    new Promise<void>(done => {
      const look = () => void (drawn.includes(text) && done());
      waiting.push(look);
      look();
    });
  return { keyboard, screen, shows, drawn: () => drawn };
}

describe('a secret', () => {
  it.each(LANGUAGES)('is taken as it is typed, and nothing of it is drawn: %s', async language => {
    const { prompts } = await loadCatalogue(language);
    const { keyboard, screen, shows, drawn } = terminal();
    const prompter = inquirerPrompter(
      keyboard as unknown as NodeJS.ReadStream,
      screen as unknown as NodeJS.WriteStream,
      prompts,
    );
    const question = prompts.password('postgres://qabyl@db.example.kz/qabyl');
    const answer = prompter.secret(question);
    await shows(question);
    // an empty line is no answer
    keyboard.write('\r');
    await shows(prompts.required);
    keyboard.write('жаз-Ия1');
    keyboard.write('\x14'); // Ctrl-T would show it
    keyboard.write('\r');
    expect(await answer).toBe('жаз-Ия1');
    const shown = drawn();
    for (const piece of ['жаз', 'Ия1', '***', 'masked', 'hidden', 'toggle'])
      expect(shown).not.toContain(piece);
  });
});
