import type { FileProblem } from '../../domain/transfer/readExportFile';
import { t } from '../../i18n/t';

/** Why a file cannot be imported at all, and what to do. */
export function fileProblemText(problem: FileProblem, detail: string): string {
  switch (problem) {
    case 'not-json':
      return t(
        'file-problem.not-json',
        'It is not whole, or not JSON. Choose the file that the export made, or export again. ({{detail}})',
        { detail }
      );
    case 'not-an-export':
      return t(
        'file-problem.not-an-export',
        'It is JSON, but not an export of Near Miss. Choose the file that the export made.'
      );
    case 'newer-format':
      return t('file-problem.newer', 'A newer version of Near Miss made it. Update the app here first.');
  }
}
