import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Texts } from '../../text.ts';
import { approval } from './approval.ts';
import { database } from './database.ts';
import { login } from './login.ts';
import { lookUps } from './look-ups.ts';
import { objections } from './objections.ts';
import { usage } from './usage.ts';

export const operation: Texts<OperationProblems> = {
  ...usage,
  ...lookUps,
  ...objections,
  ...approval,
  ...database,
  ...login,
};
