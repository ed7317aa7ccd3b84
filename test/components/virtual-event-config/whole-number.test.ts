import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { wholeNumber } from '../../../src/components/virtual-event-config/whole-number.js';

describe('wholeNumber', () => {
  const meant: [entered: string, number: number | undefined][] = [
    ['', undefined],
    ['   ', undefined],
    ['15', 15],
    [' 15 ', 15],
    ['15 min', 15],
    ['15min.', 15],
    ['0', 0],
    ['007', 7],
    ['-5', -5],
    ['+5', 5],
    ['1,000', 1000],
    ['1.000', 1000],
    ['1 000 places', 1000],
    ['1’000', 1000],
    ['1\u00a0000', 1000],
    ['١٥', 15],
    ['۱۵', 15],
    ['１５', 15],
    ['१५', 15],
  ];
  for (const [entered, number] of meant) {
    it(`takes ${JSON.stringify(entered)} for ${number}`, () => {
      expect(wholeNumber(entered)).to.equal(number);
    });
  }

  for (const entered of [
    'lots',
    '2.5',
    '2,5',
    '1,00',
    '10 000 0',
    '1e3',
    '0x10',
    '15 30',
    '--5',
    '∞',
    'NaN',
    '1;000',
  ]) {
    it(`does not take ${JSON.stringify(entered)} for a number`, () => {
      expect(wholeNumber(entered)).to.satisfy(Number.isNaN);
    });
  }

  it('takes back every whole number as it is written, in any grouping', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom('en', 'de', 'fr', 'de-CH', 'es', 'ar-EG'), (number, language) => {
        expect(wholeNumber(new Intl.NumberFormat(language).format(number))).to.equal(number);
      }),
    );
  });

  it('never makes a fraction or throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (entered) => {
        const number = wholeNumber(entered);
        expect(number === undefined || Number.isNaN(number) || Number.isInteger(number)).to.equal(true);
      }),
    );
  });
});
