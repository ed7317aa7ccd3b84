/** Something that the person at the keyboard can mend: shown as it stands, without a stack. */
export class SetUpError extends Error {}

export const say = (text) => console.log(text);

/** Runs `main`; what it throws is said in plain words where it was foreseen. */
export const sayWhatWentWrong = async (main) => {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetUpError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
};

const clock = (milliseconds) => {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

/** Says what goes on for as long as it takes, every `every` milliseconds. `onProgress` is told how long it took so far. */
export const sayMeanwhile = async (what, work, { every = 30_000, onProgress } = {}) => {
  const began = Date.now();
  const timer = setInterval(() => {
    const soFar = Date.now() - began;
    onProgress?.(soFar);
    if (soFar % every < 1000) say(`  … ${what}, ${clock(soFar)} so far`);
  }, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};
