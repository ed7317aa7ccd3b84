import type { EventJoinButton } from './event-join-button.js';

/** Adds style sheets to an element's, each once. */
export const adopt = (
  { renderRoot }: EventJoinButton,
  sheets: readonly { styleSheet?: CSSStyleSheet | undefined }[],
): void => {
  const { adoptedStyleSheets } = renderRoot;
  for (const { styleSheet } of sheets) {
    if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
  }
};
