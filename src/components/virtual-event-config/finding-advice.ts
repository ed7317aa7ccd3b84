import type { TemplateResult } from 'lit';
import type { Finding } from '../../core/finding.js';
import { advice } from './advice.js';
import { findingWords } from './finding-words.js';
import { fixWords } from './fix-words.js';
import type { FormView } from './form-view.js';

/** What is to be said about findings at one control; `id` is the control's. */
export const adviceOn = (findings: readonly Finding[], view: FormView, id: string): TemplateResult[] =>
  findings.map((finding, at) =>
    advice({
      id: `${id}-advice-${at}`,
      severity: finding.severity,
      words: findingWords(finding, view.language),
      answers:
        view.isReadonly || view.isDisabled
          ? []
          : (finding.fixes ?? []).map((fix) => ({
              label: fixWords(fix, view.language),
              press: () => view.set(fix.patch, id),
            })),
    }),
  );
