// The files of translations: objects of plain texts, which may spread another file's.
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

const isText = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);

/** What a file translates: `{ words: [{ id, message, where }], spreads: [paths], complaints }`. */
export const readTranslations = (path, source) => {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found = { language: undefined, words: [], spreads: [], complaints: [] };
  const where = (node) => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const imports = new Map();

  const messageOf = (node) => {
    if (isText(node)) return node.text;
    if (!ts.isObjectLiteralExpression(node)) return undefined;
    const forms = node.properties.map((form) => [form.name?.text, form.initializer]);
    return forms.every(([, text]) => text && isText(text))
      ? Object.fromEntries(forms.map(([category, { text }]) => [category, text]))
      : undefined;
  };
  const readObject = (object) => {
    for (const entry of object.properties) {
      if (ts.isSpreadAssignment(entry)) found.spreads.push(imports.get(entry.expression.getText()));
      else {
        const message = entry.initializer && messageOf(entry.initializer);
        if (message === undefined || !isText(entry.name)) found.complaints.push(`${where(entry)} is not a plain text`);
        else found.words.push({ id: entry.name.text, message, where: where(entry) });
      }
    }
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      const target = normalize(join(dirname(path), node.moduleSpecifier.text)).replace(/\.js$/, '.ts');
      for (const { name } of node.importClause?.namedBindings?.elements ?? []) imports.set(name.text, target);
    } else if (ts.isCallExpression(node) && node.expression.getText() === 'translate') {
      found.language = node.arguments[0].text;
      readObject(node.arguments[1]);
      return;
    } else if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectLiteralExpression(node.initializer)) {
      readObject(node.initializer);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};
