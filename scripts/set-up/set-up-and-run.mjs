import { sayWhatWentWrong, SetUpError } from './say.mjs';

const oldestNode = 20;

/** Installs the packages where they are missing, then does `main` on the Node that they bring. */
export const setUpAndRun = (main) =>
  sayWhatWentWrong(async () => {
    if (Number(process.versions.node.split('.')[0]) < oldestNode) {
      const needed = `This needs Node ${oldestNode} or newer`;
      throw new SetUpError(`${needed}, and this is ${process.version}. See https://nodejs.org.`);
    }
    // From here on modules use what older ones lack.
    const { continueOnOwnNode, ensurePackages } = await import('./packages.mjs');
    await ensurePackages();
    if (!(await continueOnOwnNode())) await main();
  });
