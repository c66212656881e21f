import type { InputField } from '../../domain/input-problems.ts';
import type { FieldNames } from '../field-names.ts';

/** Столбцы хранимых записей, которых нет в файлах. */
export const storedFields: Omit<FieldNames, InputField> = {
  active: 'Работает',
  current: 'Текущий год',
  executor: 'Исполнитель',
  director: 'Директор',
  service: 'Государственная услуга',
  reviewed_by: 'Кто ознакомился',
  opens: 'Начало приёма документов',
  closes: 'Окончание приёма документов',
  order_from: 'Приказ о зачислении не ранее',
  study_starts: 'Начало занятий',
  class_size_norm: 'Норма наполняемости класса',
  class_size_max: 'Предельная наполняемость класса',
  inside_per_outside: 'Детей с территории на одного извне',
  year: 'Учебный год',
  other_school: 'Вторая школа',
  known: 'Дома улицы перечислены',
  login: 'Логин',
};
