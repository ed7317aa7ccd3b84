/** Resolves once the claim holds; the test's own time limit says when it does not. */
export const until = async (claim: () => boolean): Promise<void> => {
  while (!claim()) await new Promise((resolve) => setTimeout(resolve, 5));
};
