import type { ProblemArgs } from '../domain/problem.ts';
import type { CheckFindings } from '../domain/readiness/findings.ts';
import type { AddressWords } from './address-words.ts';
import type { DoctorWords } from './doctor-words.ts';
import type { FieldNames } from './field-names.ts';
import type { HelpWords } from './help-words.ts';
import type { HouseWords } from './house-words.ts';
import type { PromptWords } from './prompt-words.ts';
import type { ReportWords } from './report-words.ts';
import type { Pasting, Texts } from './text.ts';

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Everything the program can say in one language. A message that is missing in one of them does not compile. */
export interface Catalogue {
  readonly language: Language;
  readonly problems: Texts<ProblemArgs>;
  /** how commands in the sentences of problems are completed; absent = they stand as they are */
  readonly pasting?: Pasting | undefined;
  readonly findings: { readonly [C in keyof CheckFindings]: (args: CheckFindings[C]) => string };
  readonly doctor: DoctorWords;
  readonly houses: HouseWords;
  readonly fields: FieldNames;
  readonly help: HelpWords;
  readonly prompts: PromptWords;
  readonly reports: ReportWords;
  readonly addresses: AddressWords;
}
