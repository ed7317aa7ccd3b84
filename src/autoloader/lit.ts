/*
 * Lit for all elements of a page that takes the files as they are: two copies would each make a policy for Trusted Types,
 * which a strict page forbids. Exactly what the elements and their directives import.
 */
export { LitElement, html, svg, css, nothing, noChange, defaultConverter, notEqual, _$LH } from 'lit';
