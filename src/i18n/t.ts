import { t as translate } from '@grafana/i18n';

type Values = Readonly<Record<string, unknown>>;

/**
 * The text of a key in the reader's language. Values stand in it as they are: React escapes what it shows, and i18next
 * would do it a second time ("anna&#39;s"). So never for text that becomes HTML.
 */
export function t(key: string, english: string, values?: Values): string {
  return translate(key, english, { ...values, interpolation: { escapeValue: false } });
}
