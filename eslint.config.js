import grafanaI18n from '@grafana/i18n/eslint-plugin';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import sonarjs from 'eslint-plugin-sonarjs';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.{ts,tsx}', '**/*.contract.ts', 'src/testing/**', 'tests/**'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'bench/out/**', 'reports/**', 'test-results/**'] },
  {
    files: ['**/*.{js,mjs,cjs,ts,tsx}'],
    extends: [tseslint.configs.recommended],
    plugins: { sonarjs },
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'sonarjs/cognitive-complexity': ['error', 10],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: TESTS,
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks, '@grafana/i18n': grafanaI18n },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@grafana/i18n/no-untranslated-strings': ['error', { calleesToIgnore: ['^css$'] }],
      '@grafana/i18n/no-translation-top-level': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-restricted-exports': ['error', { restrictedNamedExports: ['default'] }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels: import the file itself.' },
      ],
      'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'fetch'],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/grafana/**', 'src/storage/**', ...TESTS],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@grafana/runtime',
              importNames: ['getBackendSrv'],
              message: 'Only the rooms grafana and storage talk to Grafana.',
            },
          ],
        },
      ],
    },
  },
  // Browser storage and requests have one place.
  { files: ['src/grafana/**', 'src/storage/**'], rules: { 'no-restricted-globals': 'off' } },
  // The panel's entry carries no i18n library: it is loaded by every dashboard that shows the panel.
  { files: ['src/panel/NearMissPanel.tsx'], rules: { '@grafana/i18n/no-untranslated-strings': 'off' } },
  { files: TESTS, rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' } },
  { files: ['scripts/**', 'bench/**', 'preview/**', 'tests/**'], rules: { 'no-console': 'off' } }
);
