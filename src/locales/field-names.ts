import type { InputField } from '../domain/input-problems.ts';

/** What people call the columns of files and of stored rows, by the name they have in JSON. */
export type FieldNames = Readonly<
  Record<
    | InputField
    | 'active'
    | 'current'
    | 'executor'
    | 'director'
    | 'service'
    | 'reviewed_by'
    | 'login'
    | 'opens'
    | 'closes'
    | 'order_from'
    | 'study_starts'
    | 'class_size_norm'
    | 'class_size_max'
    | 'inside_per_outside'
    | 'year'
    | 'other_school'
    | 'known',
    string
  >
>;
