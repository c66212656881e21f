import type { HelpWords } from '../help-words.ts';
import { commands } from './help-commands.ts';
import { options } from './help-options.ts';

export const help: HelpWords = {
  program: `Готовит отдел образования и его школы к приёму детей в 1 класс за девять шагов.
Если вы здесь впервые, начните с qabyl init, а чего не хватает, подскажет qabyl check-readiness.`,
  headings: {
    usage: 'Использование',
    arguments: 'Аргументы',
    options: 'Ключи',
    globalOptions: 'Общие ключи',
    examples: 'Примеры',
    exitCodes: 'Коды завершения',
    commands: 'Команды',
  },
  groups: {
    begin: 'Начало работы и сотрудники (шаги 1, 2, 5, 6)',
    department: 'Отдел образования (шаги 3, 4)',
    school: 'Школа (шаги 7, 8, 9)',
    check: 'Проверка',
    look: 'Просмотр',
    keep: 'Сохранность',
  },
  commands,
  options,
  arguments: {
    file: 'файл CSV или книга Excel (.xlsx); - означает стандартный ввод',
    'houses-text': 'список домов в кавычках',
    address: 'адрес, как он написан, в кавычках',
    kind: 'orgs, staff, roles, streets, bindings, settings, appointments, years, overlaps или gaps',
    change: 'номер изменения',
    backup: 'файл резервной копии; - означает стандартный вывод для backup и стандартный ввод для restore',
  },
  exitCodes: {
    0: 'выполнено или делать нечего',
    1: 'сбой программы',
    2: 'неверная команда или настройки',
    3: 'данные отклонены, ничего не записано',
    4: 'нет прав',
    5: 'требуется подтверждение, ничего не записано',
    6: 'часть строк пропущена (только с --skip-invalid)',
    7: 'база данных занята или недоступна; повторите попытку',
    8: 'не готово, или у адреса не ровно одна школа',
    130: 'прервано',
  },
  helpOption: 'показать эту справку',
  versionOption: 'показать версии программы и схемы базы данных',
  helpCommand: 'рассказать о команде',
  more: 'О команде с примерами расскажет qabyl help COMMAND. Полное описание и сведения о том, куда сообщить об ошибке, — в файле README пакета.',
};
