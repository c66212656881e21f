import { type ClassSets, readClassSets } from '../domain/season/class-types.ts';
import { readWholeNumber } from '../domain/season/whole-number.ts';
import type { YearSettings } from '../domain/season/year-settings.ts';
import { readYesNo } from '../domain/season/yes-no.ts';
import { CellReader, type FileKind } from './row-reading.ts';
import { schoolSpellings } from './spellings.ts';

export type SettingsField = 'school' | 'total_places' | 'intake' | 'class_size' | 'free_choice' | 'classes';

/** One school's settings of `set-year-settings --file`; whether the numbers agree is a rule of the season. */
export interface SettingsFileRow {
  /** code, BIN or unique name, as written */
  readonly school: string;
  readonly settings: YearSettings;
}

/** `school,total_places,intake,class_size,free_choice,classes`. */
export const settingsFile: FileKind<SettingsField, SettingsFileRow> = {
  spec: {
    fields: [
      { field: 'school', spellings: schoolSpellings, required: true },
      {
        field: 'total_places',
        spellings: [
          'Барлық орын',
          'Жалпы орын саны',
          'Барлық орын саны',
          'Всего мест',
          'Общее количество мест',
          'Total places',
        ],
        required: true,
      },
      {
        field: 'intake',
        spellings: [
          'Қабылданатын оқушылар саны',
          'Жоспарланған қабылдау',
          'Планируемый приём',
          'Планируемый набор',
          'Planned intake',
        ],
        required: true,
      },
      {
        field: 'class_size',
        spellings: [
          'Сыныптағы оқушылар саны',
          'Сынып толымдылығы',
          'Наполняемость класса',
          'Наполняемость',
          'Учеников в классе',
          'Class size',
        ],
        required: true,
      },
      {
        field: 'free_choice',
        spellings: ['Еркін таңдау', 'Өз қалауы бойынша таңдау', 'Свободный выбор', 'Free choice'],
        required: true,
      },
      {
        field: 'classes',
        spellings: ['Сыныптар', 'Сынып-жинақтар', 'Класс-комплекты', 'Классы', 'Class sets'],
        required: true,
      },
    ],
  },
  readRow(row) {
    const cells = new CellReader(row);
    const school = cells.requiredText('school');
    const total_places = cells.required('total_places', readCount);
    const intake = cells.required('intake', readCount);
    const class_size = cells.required('class_size', readCount);
    const free_choice = cells.required('free_choice', readYesNo);
    const classes = readClasses(cells);
    if (!school || !total_places || !intake || !class_size || free_choice === undefined || !classes)
      return cells.refusal();
    return cells.accept({ school, settings: { total_places, intake, class_size, free_choice, classes } });
  },
};

/** A school that admits nobody has no settings to fill. */
function readCount(text: string) {
  return readWholeNumber(text, 1);
}

function readClasses(cells: CellReader<SettingsField>): readonly ClassSets[] | undefined {
  const text = cells.requiredText('classes');
  if (text === undefined) return undefined;
  const { value, problems } = readClassSets(text);
  for (const found of problems) cells.refuse('classes', found);
  return problems.length ? undefined : value;
}
