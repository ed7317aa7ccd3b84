/** Something that the person at the keyboard can mend: shown as it stands, without a stack. */
export class SetUpError extends Error {}

export const say = (text) => console.log(text);

/** What the system's own refusals mean. */
const refusals = {
  ENOSPC: 'There is no room left on the disk. Make some, then run the command again.',
  EDQUOT: 'There is no room left for you on the disk. Make some, then run the command again.',
  EACCES: 'This may not be written by you. Give yourself the right to, then run the command again:',
  EPERM: 'This may not be written by you. Give yourself the right to, then run the command again:',
  EROFS: 'This cannot be written. Put the project where it can, then run the command again:',
};

/** Plain words for an error, or `undefined` where it was not foreseen. */
export const plainly = (error) => {
  if (error instanceof SetUpError) return error.message;
  const refusal = refusals[error?.code];
  return refusal && (refusal.endsWith(':') ? `${refusal} ${error.path ?? error.message}` : refusal);
};

/** Runs `main`; what it throws is said in plain words where it was foreseen. */
export const sayWhatWentWrong = async (main) => {
  try {
    await main();
  } catch (error) {
    const words = plainly(error);
    console.error(words === undefined ? error : `\n${words}`);
    process.exitCode = 1;
  }
};

const clock = (milliseconds) => {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

/** Says every half minute that something goes on, for as long as it takes. */
export const sayMeanwhile = async (what, work) => {
  const began = Date.now();
  const timer = setInterval(() => say(`  … ${what}, ${clock(Date.now() - began)} so far`), 30_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};
