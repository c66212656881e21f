import type { EncodingProblems } from '../../../domain/encoding-problems.ts';
import { encodingNames as names } from '../../encoding-names.ts';
import type { Texts } from '../../text.ts';

const SAVE_AS =
  'Бастапқы кестені Excel бағдарламасында ашып, «Басқаша сақтау» → «CSV UTF-8 (үтірмен бөлінген)» түрін таңдаңыз да, сақталған файлды көрсетіңіз.';

export const encoding: Texts<EncodingProblems> = {
  'file-not-utf8': a => ({
    message: `Файл UTF-8 кодтауында сақталған, бірақ осы жолда жарамсыз ${a.byte} байты кездесті.`,
    fix: `Файл бүлінген немесе бірнеше файлдан құралған. ${SAVE_AS}`,
  }),
  'byte-undefined': a => ({
    message: `Осы жолда ${names[a.encoding]} кодтауында жоқ ${a.byte} байты кездесті.`,
    fix: `Файл бүлінген немесе басқа кодтауда сақталған. ${SAVE_AS}`,
  }),
  'encoding-ambiguous': a => ({
    message: `Файлдың кодтауын бірмәнді анықтау мүмкін болмады; ондағы бір сөз былай оқылады: ${a.readings
      .map(one => `«${one.text}» (${names[one.encoding]})`)
      .join(', ')}.`,
    fix: `Осы сөз дұрыс оқылатын кодтауды көрсетіңіз: ${a.readings
      .map(one => `«${one.text}» — --encoding ${one.encoding}`)
      .join('; ')}.`,
  }),
  'encoding-unrecognised': a =>
    a.suspect === 'pt154'
      ? {
          message: 'Файл PT154 кодтауында сақталған сияқты.',
          fix: 'Солай болса, --encoding pt154 қосыңыз.',
        }
      : {
          message:
            a.suspect === null
              ? 'Файлдың кодтауы танылмады: мәтіні қазақша да, орысша да оқылмайды.'
              : `Файл ескі ${names[a.suspect]} кодтауында сақталған сияқты; бұл кодтау мұнда оқылмайды.`,
          fix: SAVE_AS,
        },
  'encoding-name-unknown': a => ({
    message: `«${a.value}» кодтауы мұнда оқылмайды.`,
    fix: `Мына кодтаулардың бірін жазыңыз: ${a.known.join(', ')}; --encoding параметрі көрсетілмесе, кодтау өздігінен анықталады.`,
  }),
  'encoding-contradicted': a => ({
    message: `--encoding параметрінде ${names[a.declared]} кодтауы көрсетілген, бірақ файл ${names[a.found]} кодтауында сақталған.`,
    fix: `--encoding параметрін алып тастаңыз немесе --encoding ${a.found} деп жазыңыз.`,
  }),
};
