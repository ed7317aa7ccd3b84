import { expect } from '@open-wc/testing';
import type { Reason } from '../../../src/core/index.js';
import { deviceReason } from '../../../src/services/conference/device-reason.js';

describe('deviceReason', () => {
  const reasons: [string, Reason][] = [
    ['NotAllowedError', 'media-denied'],
    ['SecurityError', 'media-denied'],
    ['NotFoundError', 'media-missing'],
    ['OverconstrainedError', 'media-missing'],
    ['NotReadableError', 'media-in-use'],
    ['AbortError', 'media-in-use'],
    ['TypeError', 'media-failed'],
  ];
  for (const [name, reason] of reasons) {
    it(`is ${reason} for ${name}`, async () => {
      expect(await deviceReason(new DOMException('', name), 'camera')).to.equal(reason);
    });
  }

  it('tells a frame’s refusal from a person’s', async () => {
    const frame = Object.assign(document.createElement('iframe'), {
      allow: "camera 'none'; microphone *",
      srcdoc: '<!doctype html>',
    });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const told = new Promise<MessageEvent<Record<string, Reason>>>((resolve) =>
      addEventListener('message', resolve, { once: true }),
    );
    const script = document.createElement('script');
    script.type = 'module';
    script.textContent = `
      import { deviceReason } from '/src/services/conference/device-reason.ts';
      const ask = (device, wanted) =>
        navigator.mediaDevices.getUserMedia(wanted).then(
          (media) => media.getTracks().forEach((track) => track.stop()),
          (thrown) => deviceReason(thrown, device),
        );
      parent.postMessage({ camera: await ask('camera', { video: true }), microphone: await ask('microphone', { audio: true }) });
    `;
    frame.contentDocument!.body.append(script);
    expect((await told).data).to.deep.equal({ camera: 'media-framed', microphone: undefined });
    frame.remove();
  });

  it('is media-insecure on a page that is not secure', async () => {
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: false });
    try {
      expect(await deviceReason(new TypeError('undefined'), 'microphone')).to.equal('media-insecure');
    } finally {
      Reflect.deleteProperty(window, 'isSecureContext');
    }
  });
});
