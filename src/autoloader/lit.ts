/* Lit's base of elements, for all that are made with it. The join button comes without. */
export { html, svg, nothing, noChange, render, _$LH } from 'lit/html.js';
export { LitElement, defaultConverter, notEqual } from 'lit';
