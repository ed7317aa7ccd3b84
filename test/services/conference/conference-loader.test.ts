import { expect } from '@open-wc/testing';
import { VirtualEventError } from '../../../src/core/index.js';
import { createConference } from '../../../src/services/conference/conference-loader.js';

describe('createConference', () => {
  it('says that the browser cannot carry calls, before anything is fetched', async () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'RTCPeerConnection');
    Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
    try {
      const thrown: unknown = await createConference().catch((error: unknown) => error);
      expect(VirtualEventError.from(thrown).reason).to.equal('media-unsupported');
      const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
      expect(fetched.filter((name) => name.includes('livekit'))).to.deep.equal([]);
    } finally {
      if (before) Object.defineProperty(globalThis, 'RTCPeerConnection', before);
    }
  });
});
