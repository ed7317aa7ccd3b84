import { expect } from '@open-wc/testing';
import { columnsFor } from '../../src/core/index.js';

describe('columnsFor', () => {
  const cases: [string, number, number, number, number][] = [
    ['nobody', 0, 1200, 800, 1],
    ['one', 1, 1200, 800, 1],
    ['two in a wide box', 2, 1200, 600, 2],
    ['two on a phone', 2, 320, 600, 1],
    ['four in a wide box', 4, 1280, 800, 2],
    ['six in a wide box', 6, 1280, 720, 3],
    ['nine on a phone', 9, 320, 640, 2],
    ['a box without height', 3, 800, 0, 1],
  ];
  for (const [name, count, width, height, columns] of cases) {
    it(name, () => expect(columnsFor(count, width, height)).to.equal(columns));
  }
});
