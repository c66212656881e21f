import type { InputField } from '../../domain/input-problems.ts';
import type { FieldNames } from '../field-names.ts';

/** The columns of stored rows that no table file has. */
export const storedFields: Omit<FieldNames, InputField> = {
  active: 'Works here',
  current: 'Current year',
  executor: 'Executor',
  director: 'Director',
  service: 'State service',
  reviewed_by: 'Read by',
  opens: 'Window opens',
  closes: 'Window closes',
  order_from: 'Order of enrolment from',
  study_starts: 'Study starts',
  class_size_norm: 'Norm of class size',
  class_size_max: 'Maximum class size',
  inside_per_outside: 'From the territory per one from outside',
  year: 'Academic year',
  other_school: 'Other school',
  known: 'Houses are listed',
  login: 'Login',
};
