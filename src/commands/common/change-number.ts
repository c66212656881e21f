import { invalid } from './option-shape.ts';

/**
 * The number of a change in the history.
 * @throws OperatorError flag-invalid
 */
export function readChangeNumber(text: string): number {
  // Nine digits: no history is longer, and PostgreSQL compares them as they are.
  if (!/^[1-9]\d{0,8}$/.test(text.trim())) throw invalid('N', text, '1, 2, 3');
  return Number(text);
}
