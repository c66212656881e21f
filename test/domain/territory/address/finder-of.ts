import { Holder, StoredHouses } from '../../../../src/domain/territory/address/listed-street.ts';
import { StreetFinder } from '../../../../src/domain/territory/address/street-finder.ts';
import { readHouseList } from '../../../../src/domain/territory/house-list.ts';
import { setToText } from '../../../../src/domain/territory/house-set.ts';
import { parseStreetName } from '../../../../src/domain/territory/street-name.ts';

/** A list of streets: `names | settlement | school: houses & school: houses`. */
export function finderOf(
  ...streets: readonly (readonly [names: string, settlement: string, bound: string])[]
) {
  const finder = new StreetFinder();
  for (const [names, settlement, bound] of streets) {
    const all = names.split('|');
    const name = all[0] ?? '';
    const added = finder.add({
      department: 'd',
      street: `${settlement}/${name}`,
      label: settlement === '' ? name : `${settlement}, ${name}`,
      kind: parseStreetName(name).kind ?? 'street',
      settlement: settlement || null,
      names: all,
    });
    for (const one of bound.split(' & ').filter(Boolean)) {
      const [school = '', houses = ''] = one.split(': ');
      added.holders.push(
        new Holder(school, new StoredHouses(setToText(readHouseList(houses).set)), null, null),
      );
    }
  }
  return finder;
}
