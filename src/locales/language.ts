import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { LANGUAGES, type Language } from './catalogue.ts';

/** Where the language can be named, strongest first (cli.md, "Every command"). */
export interface LanguageSources {
  readonly flag: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The language to speak: `--lang`, `QABYL_LANG`, then the first of LC_ALL, LC_MESSAGES, LANG that is set, then English.
 * @throws OperatorError language-unknown for a flag or QABYL_LANG that names no language of the program
 */
export function chooseLanguage({ flag, env }: LanguageSources): Language {
  const named = flag ?? nonEmpty(env.QABYL_LANG);
  if (named !== undefined) {
    const language = languageOf(named);
    if (language === null) throw new OperatorError(problem('language-unknown', { value: named }));
    return language;
  }
  const locale = nonEmpty(env.LC_ALL) ?? nonEmpty(env.LC_MESSAGES) ?? nonEmpty(env.LANG);
  return (locale === undefined ? null : languageOf(locale)) ?? 'en';
}

/** `kk_KZ.UTF-8` → `kk`; null for a language the program does not speak. */
export function languageOf(locale: string): Language | null {
  const code = locale.toLowerCase().split(/[_.@-]/)[0];
  return LANGUAGES.find(language => language === code) ?? null;
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
