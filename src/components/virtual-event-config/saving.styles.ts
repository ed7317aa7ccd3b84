import { css } from '../../styles/css.js';

/** How saving stands, what someone else saved meanwhile, and what is said while the room is open. */
export const savingStyles = css`
  .live {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    margin-block: calc(var(--_space-2) * -1);
    font-size: var(--_text-2);
    line-height: 1.45;
  }
  .dot {
    flex: none;
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    background: var(--_live);
    forced-color-adjust: none;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
  }
  .foot p {
    font-size: var(--_text-1);
    color: var(--_muted);
  }
  .conflict {
    display: grid;
    gap: var(--_space-3);
    padding: calc(var(--_space-3) * 1.34);
    border: 1px solid var(--_danger);
    border-radius: var(--_radius-outer);
  }
  .told {
    display: flex;
    gap: 0.6em;
  }
  .told .icon {
    margin-block-start: 0.15em;
    color: var(--_danger);
  }
  .told h3 {
    margin: 0;
  }
  .told p {
    font-size: var(--_text-1);
    line-height: 1.45;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .conflict ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .conflict li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space-1) var(--_space-3);
    align-items: center;
    padding-block: var(--_space-3);
    border-block-start: 1px solid var(--_line);
  }
  .conflict h4 {
    grid-column: 1 / -1;
    margin: 0;
    font-size: var(--_text-2);
    font-weight: 600;
    line-height: 1.4;
  }
  .conflict dl {
    display: grid;
    gap: 0.125em;
    margin: 0;
  }
  .conflict dl > div {
    display: grid;
    grid-template-columns: 4.5em minmax(0, 1fr);
    align-items: baseline;
  }
  .conflict dt {
    font-size: var(--_text-1);
    line-height: 1.4;
    color: var(--_muted);
  }
  .conflict dd {
    margin: 0;
    font-size: var(--_text-2);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  @container (inline-size < 27em) {
    .conflict li {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space-2);
    }
  }
`;
