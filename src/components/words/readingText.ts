import { t } from '../../i18n/t';

/** Said beside counts while the list is not whole: that it is being read, or that more exist. */
export function readingText(refreshing: boolean): string {
  return refreshing
    ? t('insights.reading', 'Showing what is read so far…')
    : t('insights.more', 'Not all could be read; more exist.');
}

/** Said where the list counts more than is counted here. */
export function examplesLeftOutText(): string {
  return t('insights.examples-left-out', 'The examples that come with Near Miss are not counted.');
}
