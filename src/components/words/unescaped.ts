/**
 * To be spread into the values of `t()`: React escapes what it shows, and i18next would do it a second time
 * ("anna&#39;s"). Never for text that becomes HTML.
 */
export const unescaped = { interpolation: { escapeValue: false } } as const;
