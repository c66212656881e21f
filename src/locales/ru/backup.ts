import type { BackupWords } from '../backup-words.ts';
import { grouped, ruForm } from '../plural.ts';

const rows = (n: number) => `${grouped(n, ' ')} ${ruForm(n, 'строка', 'строки', 'строк')}`;

export const backup: BackupWords = {
  made: ({ file, bytes, rows: n, change }) =>
    `Резервная копия ${file}: ${grouped(bytes, ' ')} ${ruForm(bytes, 'байт', 'байта', 'байт')}, ${rows(n)}, по изменение ${change} включительно.`,
  restored: ({ file, target, rows: n, change }) =>
    `В ${target} теперь всё, что было в ${file}: ${rows(n)}, по изменение ${change} включительно; история цела, и данные ей соответствуют.`,
  beforeUpgrade: file => `Копия базы данных, какой она была до обновления: ${file}`,
};
