/** Notes of what is to be heard, in hertz. */
export const letInNotes: readonly number[] = [523.25, 659.25, 783.99];
export const knockNotes: readonly number[] = [587.33, 440];

const spacing = 0.16;
const length = 0.5;
const loudness = 0.12;

/** Whether the browser lets this page be heard: it does once someone has pressed something on it. */
export const canBeHeard = (): boolean => (navigator as Partial<Navigator>).userActivation?.hasBeenActive ?? true;

/** Plays a few soft notes, one after the other. */
export const chime = (notes: readonly number[]): void => {
  if (!canBeHeard()) return;
  const context = new AudioContext();
  const begin = context.currentTime + 0.05;
  for (const [index, frequency] of notes.entries()) {
    const at = begin + index * spacing;
    const tone = new OscillatorNode(context, { frequency });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + length);
  }
  setTimeout(() => void context.close(), 1000 * (notes.length * spacing + length + 0.2));
};

/** Puts words before the page's title until someone looks at the page. */
export const callBack = (words: string): void => {
  if (!document.hidden) return;
  const before = document.title;
  const called = before === '' ? words : `${words} · ${before}`;
  document.title = called;
  const restore = (): void => {
    // Another title meanwhile is the page's.
    if (document.title === called) document.title = before;
  };
  document.addEventListener('visibilitychange', restore, { once: true });
};
