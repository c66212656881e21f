/** What a word of a house list does there. */
export type WordRole = keyof typeof WORDS;

/**
 * Words of real orders in Russian, Kazakh and English, by what they do. Spellings that differ only in case, in
 * ё/е, in Latin look-alikes or in a Kazakh letter typed on a Russian keyboard are one word (see `foldWord`).
 */
const WORDS = {
  odd: 'нечет неч нечетн нечетный нечетные нечетных нечетным нечетная нечетной нечетную нечетное тақ odd',
  even: 'чет четн четный четные четных четным четная четной четную четное жұп even',
  both: 'обе обеих обеим оба екі both',
  'side-noun':
    'сторона стороны стороне сторону сторон сторонам числа жағы жағында жағындағы жағынан жақ жақтағы беті бетіндегі сан сандар сандары side sides',
  house:
    '№ n no nos д дом дома домов дому домам доме домом номер номера номеров номерам номерами house houses number numbers үй үйлер үйі үйлері үйлерді үйлерін нөмір нөмірі нөмірлер нөмірлері нөмірлі номерлі',
  'from-ending': 'дан ден тан тен нан нен',
  'to-ending': 'ға ге қа ке',
  'object-ending': 'ны ні ды ді ты ті',
  'house-from': 'үйден үйінен үйлерден үйлерінен нөмірден нөмірінен',
  'house-to': 'үйге үйіне нөмірге нөміріне',
  block: 'к кор корп корпус корпусымен block blk',
  blocks: 'корпуса корпусов корпусы корпусами корпустар корпустары корпустарымен blocks',
  'suffix-noun':
    'лит литер литера литеры литерами буква буквы буквами дробь дроби дробями литерлер литерлері әріп әріптер әріптері әріптерімен letter letters suffix suffixes fraction fractions',
  all: 'все всё весь вся всю всех всеми барлық барлығы барлығын бәрі бүкіл all every whole entire',
  entirely: 'полностью целиком толық толығымен entirely fully completely',
  street: 'улица улицы улице улицу ул көше көшесі көшенің көшесінің бойы street',
  from: 'с со от from',
  beginning: 'начиная starting beginning',
  to: 'по до to till until through thru',
  'from-after': 'бастап',
  'to-after': 'дейін дейінгі шейін',
  onward: 'далее дальше выше более әрі қарай жоғары further on onward onwards up upward upwards above',
  thence: 'одан',
  end: 'конца конец соңына соңы аяғына аяғы end',
  inclusive: 'включительно включая inclusive including қоса алғанда',
  between: 'аралығы аралығында аралығындағы',
  and: 'и также және мен бен пен and',
  except: 'кроме исключая исключением искл except excluding but',
  'except-after': 'басқа басқасы қоспағанда',
  only: 'только лишь тек only',
  'in-all': 'всего итого total altogether',
  plot: 'уч участок plot',
  filler: 'за for the of with мыналардан мыналарды',
  month:
    'янв фев мар апр май июн июл авг сен окт ноя дек қаң ақп нау сәу мам мау шіл там қыр қаз қар жел jan feb apr may jun jul aug sep oct nov dec',
  'not-houses':
    'снт сот днт дск гск пк гараж гаражи гаражный гаражные гаражей общ общежитие общежития общежитий вч войсковая войсковой воинская воинской часть части военный военные частный частного частные частных сектор дача дачи дачный дачные участки участка участков кв квартира квартиры пом помещение подъезд пересечение пересечения пересечением перекресток перекрестка перекрестком проспект проспекта пр просп проезд проезда переулок переулка пер мкр микрорайон микрорайона шоссе бульвар бульвара площадь площади набережная набережной квартал квартала поселок поселка пос село села станция жатақхана жатақханасы жатақханалар гараждар әскери бөлім бөлімі жеке учаске учаскесі т телім телімі телімдер пәтер пәтерлер көшесінен көшесіне даңғылы даңғылынан даңғылына dormitory dormitories hostel garage garages military unit units private sector plots apartment apartments flat flats avenue intersection',
} as const;

const LATIN = 'abcehikmoptxy';
const CYRILLIC = 'авсехикмортху';
const KAZAKH = 'ёәəіңӊғұүқөһ';
const RUSSIAN = 'еааиннгуукох';
const FOLDS = new Map(
  [...(LATIN + KAZAKH)].map((letter, i) => [letter, [...(CYRILLIC + RUSSIAN)][i] ?? letter] as const),
);

/** The spelling a word is looked up by: lower case, Latin look-alikes and Kazakh letters folded to Russian ones. */
export function foldWord(word: string): string {
  let folded = '';
  for (const letter of word.toLowerCase()) folded += FOLDS.get(letter) ?? letter;
  return folded;
}

/** Abbreviations of a side that may as well be the letter of a house: `1-60 ч`, `12 н`. */
const SIDE_INITIALS = ['ч', 'н', 'нч'];

const ROLES = new Map<string, WordRole>(
  (Object.keys(WORDS) as WordRole[]).flatMap(role =>
    WORDS[role].split(' ').map(word => [foldWord(word), role] as const),
  ),
);

/** Whether the folded word, apart from the number before it, may stand for a side or be the letter of a house. */
export function isSideInitial(key: string): boolean {
  return SIDE_INITIALS.includes(key);
}

/** What the word with this folded spelling does in a house list, or null when it is not one of its words. */
export function roleOf(key: string): WordRole | null {
  return ROLES.get(key) ?? null;
}
