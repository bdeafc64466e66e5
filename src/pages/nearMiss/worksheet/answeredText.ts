import { answersByQuestion } from '../../../domain/story/worksheet/answersByQuestion';
import type { PageModel } from '../model/PageModel';
import { t } from '../../../i18n/t';

/** How many of the questions have an answer by now. */
export function answeredText({ file, questions }: Pick<PageModel, 'file' | 'questions'>): string {
  const { asked } = answersByQuestion(file.entries, questions);
  const answered = asked.filter(({ answers }) => answers.length > 0).length;
  return t('worksheet.answered', '{{answered}} of {{all}} answered', { answered, all: asked.length });
}
