import type { InputField } from '../../domain/input-problems.ts';
import type { FieldNames } from '../field-names.ts';

/** Файлдарда жоқ, тек дерекқорда сақталатын бағандар. */
export const storedFields: Omit<FieldNames, InputField> = {
  active: 'Жұмыс істейді',
  current: 'Ағымдағы жыл',
  executor: 'Орындаушы',
  director: 'Директор',
  service: 'Мемлекеттік қызмет',
  reviewed_by: 'Танысқан әкімші',
  opens: 'Құжат қабылдаудың басталуы',
  closes: 'Құжат қабылдаудың аяқталуы',
  order_from: 'Қабылдау туралы бұйрықтың алғашқы күні',
  study_starts: 'Оқудың басталуы',
  class_size_norm: 'Сыныптағы оқушылар санының нормасы',
  class_size_max: 'Сыныптағы оқушылардың шекті саны',
  inside_per_outside: 'Сырттан келген бір балаға шаққанда бекітілген аумақтан қабылданатын балалар',
  year: 'Оқу жылы',
  other_school: 'Екінші мектеп',
  known: 'Көше үйлері тізілген',
  login: 'Логин',
};
