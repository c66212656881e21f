/** Words that say that a settlement's name stands beside them, in full and abbreviated (domain.md, "Street names"). */
export const settlementWords = {
  city: {
    before: words('г гор город қ қала'),
    after: words('қ к г қаласы қала город'),
  },
  village: {
    before: words('с село п пос посёлок поселок пгт д дер деревня аул ауыл ст станция кент village'),
    after: words('ауылы ауыл а кенті кент поселкесі станциясы станция село деревня village'),
  },
} as const;

function words(all: string): readonly string[] {
  return all.split(' ');
}
