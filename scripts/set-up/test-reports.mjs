// What the tools say of the tests they ran, each in its own way: how many passed, how many failed, and which.
import { readFileSync } from 'node:fs';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** As the summary in web-test-runner.config.mjs writes it. */
export const readElements = (file) => json(file);

export const readVitest = (file) => {
  const { numPassedTests, numFailedTests, numFailedTestSuites, success, testResults } = json(file);
  const failures = testResults.flatMap(({ name, message, status, assertionResults }) => {
    const named = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName);
    return status === 'failed' && named.length === 0 ? [`${name}: ${message}`] : named;
  });
  return {
    passed: numPassedTests,
    failed: numFailedTests || (success ? 0 : Math.max(1, numFailedTestSuites)),
    failures,
  };
};

export const readTap = (file) => {
  const text = readFileSync(file, 'utf8');
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1]);
  const failures = [...text.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, name]) => name);
  return { passed: count('pass'), failed: count('fail'), failures };
};

export const readPlaywright = (file) => {
  const { stats, suites } = json(file);
  const failures = [];
  const look = ({ title, specs = [], suites: inner = [] }) => {
    for (const spec of specs) if (!spec.ok) failures.push(`${title} › ${spec.title}`);
    inner.forEach(look);
  };
  suites.forEach(look);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, failures };
};
