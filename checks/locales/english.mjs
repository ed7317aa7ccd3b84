// The words as they stand in the sources, read with TypeScript's own parser.
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

/** The placeholders in a text, as `{0}{1}`. */
export const figuresIn = (text) => [...new Set(text.match(/\{\d\}/g))].sort().join('');

/** The English forms take their figures as they come. */
const isInOrder = (text) => (text.match(/\{\d\}/g) ?? []).every((figure, at) => figure === `{${at}}`);

const isLiteral = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);

const property = (object, name) =>
  object?.properties?.find((entry) => ts.isPropertyAssignment(entry) && entry.name.text === name)?.initializer;

const isCallOf = (node, name) => ts.isCallExpression(node) && node.expression.getText() === name;

/** A text with `{0}` for its first figure; of one with a count its forms; `undefined` for what is neither. */
const textOf = (node) => {
  if (isLiteral(node)) return node.text;
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'str') {
    const { template } = node;
    if (isLiteral(template)) return template.text;
    const { head, templateSpans } = template;
    return head.text + templateSpans.map(({ literal }, at) => `{${at}}${literal.text}`).join('');
  }
  if (isCallOf(node, 'counted')) {
    const text = textOf(node.arguments[1]);
    return typeof text === 'string' ? { one: text, other: text } : undefined;
  }
  if (!isCallOf(node, 'plural')) return undefined;
  const [one, other] = ['one', 'other'].map((form) => property(node.arguments[2], form));
  const isPlain = one && other && [one, other].every((form) => isLiteral(form) && isInOrder(form.text));
  return isPlain ? { one: one.text, other: other.text } : undefined;
};

/** Where an import leads, if to a file of the sources that is there when it runs. */
const targetOf = (path, specifier) =>
  specifier?.startsWith('.') ? normalize(join(dirname(path), specifier)).replace(/\.js$/, '.ts') : undefined;

/** What a file says, and whom it asks for more: `{ words: [{ id, text, where }], imports, complaints }`. */
export const readSource = (path, source) => {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found = { words: [], imports: [], complaints: [] };
  const where = (node) => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const isTypes = node.isTypeOnly || node.importClause?.isTypeOnly;
      if (!isTypes) found.imports.push(targetOf(path, node.moduleSpecifier.text));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.imports.push(targetOf(path, node.arguments[0].text));
    } else if (isCallOf(node, 'msg')) {
      const id = property(node.arguments[1], 'id');
      const text = textOf(node.arguments[0]);
      if (!id || !isLiteral(id)) found.complaints.push(`${where(node)} has no plain id`);
      else if (text === undefined) {
        found.complaints.push(
          `${where(node)} is neither a text nor str\`…\` nor counted(…) or plural(…) with plain forms`,
        );
      } else found.words.push({ id: id.text, text, where: where(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { ...found, imports: found.imports.filter(Boolean) };
};

/** All files that a file may come to load, by their paths in `sources` (path → what `readSource` gives). */
export const reachOf = (path, sources, reached = new Set()) => {
  if (reached.has(path) || !sources.has(path)) return reached;
  reached.add(path);
  for (const target of sources.get(path).imports) reachOf(target, sources, reached);
  return reached;
};
