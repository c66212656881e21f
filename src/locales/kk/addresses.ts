import type { SchoolHouses } from '../../domain/territory/address/address-answer.ts';
import type { AddressWords } from '../address-words.ts';
import { houses } from './houses.ts';

export const addresses: AddressWords = {
  doubts: {
    'address-without-street': a => (a.words.trim() === '' ? 'Мекенжай бос.' : 'Мекенжайда көше аталмаған.'),
    'address-only-places': a =>
      `Мекенжайда көше аталмаған: ${quoted(a.places)} — елді мекен. Көшені түрімен бірге жазыңыз: Абай көшесі, ул. Абая.`,
    'address-corner': a =>
      `«${a.words}» екі көшенің қиылысын білдіреді, ал үй олардың кез келгенінде тіркелген болуы мүмкін. Үйдің нөмірі қай көшеде болса, сол бір көшені ғана жазыңыз.`,
    'address-words-left': a =>
      `Мекенжайда «${a.street}» көшесінен басқа ${quoted(a.words)} деп жазылған, ал ол басқа жерді білдіруі мүмкін. Үйдің қай жерде екенін айтпайтын сөздерді алып тастаңыз немесе оны елді мекен, көше не пәтер етіп жазыңыз.`,
    'address-street-unknown': a => `Көшелер тізімінде «${a.street}» жоқ.`,
    'address-street-several': a =>
      `«${a.street}» бірнеше көшені білдіруі мүмкін: ${a.candidates.join('; ')}. Қайсысы екенін елді мекенімен бірге жазыңыз.`,
    'address-settlement-unknown': a =>
      `Көшелер тізімінде «${a.settlement}» елді мекенінде «${a.street}» көшесі жоқ, бірақ мыналар бар: ${a.candidates.join('; ')}.`,
    'address-settlements-differ': a =>
      `«${a.street}» үшін әртүрлі елді мекен аталған: ${quoted(a.settlements)}. Айтылып тұрғанын ғана қалдырыңыз.`,
    'address-house-missing': a =>
      `Мекенжайда үй нөмірі жоқ, ал мұнда мектеп үйге байланысты (${a.street}): ${byHouses(a.schools)}.`,
    'address-house-unclear': a =>
      a.houses.length > 1
        ? `${quoted(a.houses)} — бұлардың кез келгені үй нөмірі болуы мүмкін (${a.street}). Үйді ғана қалдырып, пәтерді өз сөзімен жазыңыз (12, 45-пәтер). Мектеп үйге байланысты: ${byHouses(a.schools)}.`
        : `${quoted(a.houses)} (${a.street}) екіұшты жазылған: үй мен пәтерді бөлек жазыңыз (12, 45-пәтер). Мектеп үйге байланысты: ${byHouses(a.schools)}.`,
  },
  one: place => `${place}: бір мектеп.`,
  several: (place, schools) => `${place}: ${schools} мектеп.`,
  none: place => `${place}: ешбір мектепке бекітілмеген.`,
  nearest: streets => `Мүмкін, мынаны айтқыңыз келген шығар: ${streets.join('; ')}.`,
  bound: (street, parts) => `Оған бекітілгені: ${street} — ${houses.print(parts)}.`,
  settled: settlement => `Елді мекен шешеді: ${settlement}. Мұндай атаулы көше басқа елді мекенде де бар.`,
  unchecked: ({ places, numbers }) => {
    const place = `Бұл көшенің сол жерде екенін көшелер тізімі растамайды, сондықтан ${quoted(places)} тексерілмеді: дәл осы көше айтылып тұрғанына көз жеткізіңіз.`;
    const number = `Мекенжайдағы ${quoted(numbers)} ескерілмеді: үйдің дұрыс көрсетілгеніне көз жеткізіңіз.`;
    return [places.length > 0 ? place : '', numbers.length > 0 ? number : ''].filter(Boolean).join(' ');
  },
  shared: reason => `Үй бірнеше мектепке әдейі бекітілген: ${reason}.`,
  overlap:
    'Үй бірнеше мектепке бекітілген, ал оның әдейі жасалғаны көрсетілмеген: оны білім бөлімі шешуі керек.',
  houseUnlisted: house => `Көшелер тізімінде ол жерде № ${house} үй жоқ.`,
  acceptsNow: closes => `Өтініштер қазір қабылданады, соңғы күні — ${closes}.`,
  acceptsFrom: opens => `Өтініштер ${opens} күнінен бастап қабылданады.`,
  acceptedUntil: closes => `Өтініш қабылдау ${closes} күні аяқталған.`,
  notReady: (checks, command) =>
    `Мектеп өтініш қабылдауға дайын емес: ${checks.join(', ')}. Толығырақ: ${command}`,
  bind: command => `Оны білім бөлімі бекіте алады: ${command}`,
  freeChoice: schools => `Кез келген ата-ана таңдай алатын мектептер: ${schools.join(', ')}.`,
  freeChoiceNone: 'Мұнда өз қалауы бойынша таңдалатын мектеп жоқ.',
  answered: n => `${n} мекенжайға жауап берілді.`,
  counts: c =>
    `Бір мектеп: ${c.one}; мектебі жоқ: ${c.none}; бірнеше мектеп: ${c.several}; көшесі не үйі анық емес: ${c.unknown}; оқылмаған жол: ${c.unread}.`,
};

function quoted(words: readonly string[]): string {
  return words.map(word => `«${word}»`).join(', ');
}

function byHouses(schools: readonly SchoolHouses[]): string {
  return schools.map(({ school, houses: parts }) => `${school}: ${houses.print(parts)}`).join(' | ');
}
