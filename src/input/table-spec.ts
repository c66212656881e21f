import type { InputField } from '../domain/input-problems.ts';

/** One column that a kind of file may have. */
export interface FieldSpec<F extends InputField> {
  readonly field: F;
  /** headers people write, Kazakh first; the field's own name is always accepted too */
  readonly spellings: readonly string[];
  /** the file is refused without this column */
  readonly required?: true;
  /** when this column is there, these are not required: a full name stands for its parts */
  readonly insteadOf?: readonly F[];
}

/** The columns of one kind of file. */
export interface TableSpec<F extends InputField> {
  readonly fields: readonly FieldSpec<F>[];
  /** the answer repeats every column, also those that are not read */
  readonly repeatsColumns?: true;
}
