import { describe, expect, it } from 'vitest';
import { settlementWord } from '../../../../src/domain/territory/order/order-words.ts';

const all = (words: string) => words.split(' ').map(settlementWord);

describe('words of settlements in an order', () => {
  it('name cities', () => {
    expect(new Set(all('г гор город города қаласы қала city Г Қаласы'))).toEqual(new Set(['city']));
  });

  it('name villages and settlements', () => {
    const words =
      'с село села пос посёлок поселок п пгт д дер деревня а аул ауыл ауылы кент кенті ст станция village';
    expect(new Set(all(`${words} поселкесі станциясы`))).toEqual(new Set(['village']));
  });

  it('are no blocks of a house, nor kinds of streets', () => {
    expect(new Set(all('к қ корпус ул улица мкр көше үй дом'))).toEqual(new Set([null]));
  });
});
