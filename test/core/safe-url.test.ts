import { expect } from '@open-wc/testing';
import { safeUrl } from '../../src/core/index.js';

describe('safeUrl', () => {
  it('lets web addresses through, in full', () => {
    expect(safeUrl('https://events.example.org/a b')).to.equal('https://events.example.org/a%20b');
    expect(safeUrl('/conference/x', 'https://events.example.org')).to.equal('https://events.example.org/conference/x');
  });

  const refused = [
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'blob:https://a.example/1',
    'https://user:secret@example.org/',
    '//other.example',
    'not an address',
    '',
    undefined,
    {},
  ];
  for (const address of refused) {
    it(`refuses ${JSON.stringify(address)}`, () => expect(safeUrl(address)).to.equal(null));
  }
});
