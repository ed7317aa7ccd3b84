/*
 * Lit's templates for all elements of a page that takes the files as they are: two copies would each make a policy for
 * Trusted Types, which a strict page forbids. Exactly what the elements and their directives import.
 */
export { html, svg, nothing, noChange, render, _$LH } from 'lit/html.js';
