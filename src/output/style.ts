import { Chalk, type ChalkInstance } from 'chalk';

/** What decides about colour, for one stream. */
export interface ColourFacts {
  readonly isTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--no-color` */
  readonly refused: boolean;
}

/** Whether a stream may be coloured: a terminal, and nobody said no (chalk itself does not know NO_COLOR). */
export function mayColour({ isTTY, env, refused }: ColourFacts): boolean {
  const said = (name: string) => (env[name] ?? '') !== '';
  if (refused || said('NO_COLOR') || said('QABYL_NO_COLOR') || env.TERM === 'dumb') return false;
  return isTTY || (said('FORCE_COLOR') && env.FORCE_COLOR !== '0');
}

/** Colours by meaning. */
export interface Style {
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

export function makeStyle(coloured: boolean): Style {
  const chalk: ChalkInstance = new Chalk({ level: coloured ? 1 : 0 });
  return { good: chalk.green, warn: chalk.yellow, bad: chalk.red, strong: chalk.bold, faint: chalk.dim };
}
