import type { Catalogue } from '../catalogue.ts';
import { addresses } from './addresses.ts';
import { doctor } from './doctor.ts';
import { fields } from './fields.ts';
import { findings } from './findings.ts';
import { help } from './help.ts';
import { houses } from './houses.ts';
import { access } from './problems/access.ts';
import { authority } from './problems/authority.ts';
import { backup } from './problems/backup.ts';
import { encoding } from './problems/encoding.ts';
import { history } from './problems/history.ts';
import { identity } from './problems/identity.ts';
import { input } from './problems/input.ts';
import { operation } from './problems/operation.ts';
import { order } from './problems/order.ts';
import { season } from './problems/season.ts';
import { territory } from './problems/territory.ts';
import { workbook } from './problems/workbook.ts';
import { prompts } from './prompts.ts';
import { reports } from './reports.ts';
import { storedFields } from './stored-fields.ts';

/** Everything the program says in Kazakh. */
export const kk: Catalogue = {
  language: 'kk',
  problems: {
    ...identity,
    ...encoding,
    ...season,
    ...access,
    ...authority,
    ...input,
    ...territory,
    ...order,
    ...operation,
    ...workbook,
    ...history,
    ...backup,
  },
  findings,
  doctor,
  houses,
  fields: { ...fields, ...storedFields },
  help,
  prompts,
  reports,
  addresses,
};
