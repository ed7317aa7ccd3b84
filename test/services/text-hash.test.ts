import { expect } from '@open-wc/testing';
import { textHash } from '../../src/services/text-hash.js';

it('the hash of a text is that of its UTF-8, as others compute it', async () => {
  expect(await textHash('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await textHash('Łódź')).to.equal('bc8847fc65f124d7b89bbb41ba50d48f13ad47bd02e25c5dbf728193fc4cb75c');
});
