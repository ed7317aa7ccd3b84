/** What is watched after the click, in the order of a call: the media server is called, it answers, … */
export const steps = ['dial', 'answer', 'track', 'attached', 'frame'];

/**
 * Runs in a page before its own scripts. `firstFrame` there becomes the milliseconds from the click to the first
 * presented frame of someone else's video, and to each step on the way. The page's own code is not touched: only what it
 * asks of the browser is listened to.
 */
export const watchFirstFrame = () => {
  const steps = {};
  const mark = (step, at = performance.now()) => (steps[step] ??= at);
  const remote = new WeakSet();

  addEventListener('click', ({ timeStamp }) => mark('click', timeStamp), true);

  globalThis.WebSocket = class extends WebSocket {
    constructor(...parameters) {
      super(...parameters);
      mark('dial');
      this.addEventListener('message', () => mark('answer'), { once: true });
    }
  };

  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...parameters) {
      super(...parameters);
      this.addEventListener('track', ({ track }) => {
        if (track.kind !== 'video') return;
        remote.add(track);
        mark('track');
      });
    }
  };

  globalThis.firstFrame = new Promise((resolve) => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
    Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
      configurable: true,
      enumerable: true,
      get,
      set(stream) {
        set.call(this, stream);
        if (!stream?.getVideoTracks().some((track) => remote.has(track))) return;
        mark('attached');
        this.requestVideoFrameCallback((_now, { presentationTime }) => {
          mark('frame', presentationTime);
          const { click, ...later } = steps;
          resolve(Object.fromEntries(Object.entries(later).map(([step, at]) => [step, at - click])));
        });
      },
    });
  });
};
