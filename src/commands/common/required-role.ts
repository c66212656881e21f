import { ROLES, type Role, readRole } from '../../domain/authority/roles.ts';
import { invalid } from './option-shape.ts';

/**
 * The role that `--role` names, in any of the three languages.
 * @throws OperatorError flag-invalid
 */
export function requireRole(text: string): Role {
  const read = readRole(text);
  if (!read.ok) throw invalid('--role', text, ROLES.join(', '));
  return read.value;
}
