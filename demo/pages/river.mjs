import { html } from 'hono/html';

const rower = (x) => html`<g>
  <path class="oar" d="M${x + 4} 160 L${x - 34} 181" /><path class="blade" d="M${x - 27} 177 l-11 6" />
  <path class="rower" d="M${x} 166 q-1 -14 7 -17 q5 4 2 17 z" /><circle class="head" cx="${x + 6}" cy="143" r="4.5" />
</g>`;

const tree = (x, y, size) => html`<g class="tree">
  <path class="trunk" d="M${x} ${y} v${-size * 0.7}" />
  <ellipse cx="${x}" cy="${y - size}" rx="${size * 0.42}" ry="${size * 0.6}" />
</g>`;

const ripples = [
  [-330, 196],
  [-140, 178],
  [60, 186],
  [205, 212],
  [290, 190],
  [700, 196],
  [845, 222],
  [960, 178],
  [1110, 204],
  [1290, 182],
  [1450, 210],
].map(([x, y]) => html`<path class="ripple" d="M${x} ${y} q12 -5 24 0 t24 0 t24 0" />`);

/**
 * The river on a quiet day: far hills, the boathouse with its jetty, a four on its way out. Ornament only. Land and water
 * go on past the picture's edges, for pages that are wider.
 */
export const river = html`<svg class="river" viewBox="0 50 1200 190" aria-hidden="true">
  <path
    class="hills"
    d="M-1200 150 V104 C-900 76 -560 128 -280 120 S120 82 390 108 S600 78 740 100 S1000 70 1200 98 S1800 76 2400 110 V150 Z"
  />
  <path class="bank" d="M-1200 152 V130 C-700 140 -300 128 -60 134 S170 134 250 146 L330 152 Z" />
  <path class="bank" d="M2400 152 V134 C1900 124 1500 136 1240 130 S940 130 820 142 L730 152 Z" />
  ${tree(64, 138, 42)} ${tree(98, 139, 30)} ${tree(150, 141, 36)} ${tree(1036, 134, 44)} ${tree(1072, 133, 32)}
  ${tree(1130, 131, 40)}
  <g class="boathouse">
    <path class="wall" d="M852 148 V108 L900 80 L948 108 V148 Z" />
    <path class="roof" d="M842 112 L900 76 L958 112" />
    <path class="door" d="M864 148 V120 H894 V148 Z M906 148 V120 H936 V148 Z" />
    <circle class="door" cx="900" cy="100" r="6" />
  </g>
  <rect class="water" x="-1200" y="150" width="3600" height="90" />
  <path class="jetty" d="M760 151 H856 M774 151 V166 M802 151 V166 M830 151 V166" />
  ${ripples}
  <g class="boat">
    ${[440, 485, 530, 575].map(rower)}
    <path class="rower" d="M618 166 q-2 -12 5 -15 q6 3 3 15 z" /><circle class="head" cx="622" cy="145" r="4.5" />
    <path class="hull" d="M388 165 Q530 171 666 163 Q638 176 526 177 Q440 177 388 165 Z" />
  </g>
</svg>`;
